/** The referral directory: agencies and their desks. */
@NullMarked
package jp.tsunagi.referral.desk;

import org.jspecify.annotations.NullMarked;
