/** What a referral is about: value objects without behaviour of their own. */
@NullMarked
package jp.tsunagi.referral.details;

import org.jspecify.annotations.NullMarked;
