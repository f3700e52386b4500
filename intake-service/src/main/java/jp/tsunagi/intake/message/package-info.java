/** What counsellors and consulters write to each other in one case. */
@NullMarked
package jp.tsunagi.intake.message;

import org.jspecify.annotations.NullMarked;
