/** What is disclosed about a person, on which legal ground, and the record that it was. */
@NullMarked
package jp.tsunagi.referral.disclosure;

import org.jspecify.annotations.NullMarked;
