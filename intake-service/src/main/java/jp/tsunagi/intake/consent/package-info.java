/** What a consulter agreed to pass on, and the grounds of the law that stand in for it. */
@NullMarked
package jp.tsunagi.intake.consent;

import org.jspecify.annotations.NullMarked;
