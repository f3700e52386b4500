/** The tables of referrals and of their history, and the events that leave with each change. */
@NullMarked
package jp.tsunagi.referral.repository;

import org.jspecify.annotations.NullMarked;
