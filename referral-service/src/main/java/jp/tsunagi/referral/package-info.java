/** Referrals: consultations that one agency hands to another; here only what the service refuses. */
@NullMarked
package jp.tsunagi.referral;

import org.jspecify.annotations.NullMarked;
