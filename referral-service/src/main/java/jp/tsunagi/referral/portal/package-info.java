/** The pages of an agency without a system of its own. */
@NullMarked
package jp.tsunagi.referral.portal;

import org.jspecify.annotations.NullMarked;
