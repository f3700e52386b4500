/** What an agency reads of its referrals. */
@NullMarked
package jp.tsunagi.referral.reading;

import org.jspecify.annotations.NullMarked;
