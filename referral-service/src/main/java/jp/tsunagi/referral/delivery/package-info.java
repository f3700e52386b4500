/** How a referral reaches its desk. */
@NullMarked
package jp.tsunagi.referral.delivery;

import org.jspecify.annotations.NullMarked;
