/** What is counted of consultations, referrals and desks as their events arrive. */
@NullMarked
package jp.tsunagi.council.projection;

import org.jspecify.annotations.NullMarked;
