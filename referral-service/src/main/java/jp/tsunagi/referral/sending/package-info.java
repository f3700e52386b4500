/** Sending a referral: the checks, the disclosure and the delivery. */
@NullMarked
package jp.tsunagi.referral.sending;

import org.jspecify.annotations.NullMarked;
