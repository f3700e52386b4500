/** The life of a referral: its states, the commands that move it, and who may give them. No database, no HTTP. */
@NullMarked
package jp.tsunagi.referral.lifecycle;

import org.jspecify.annotations.NullMarked;
