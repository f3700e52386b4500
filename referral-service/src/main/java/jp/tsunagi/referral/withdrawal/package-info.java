/** A consent that was taken back, and what becomes of the referrals that rest on it. */
@NullMarked
package jp.tsunagi.referral.withdrawal;

import org.jspecify.annotations.NullMarked;
