/** What a second account answers when an agency wants to disclose without consent. */
@NullMarked
package jp.tsunagi.referral.approval;

import org.jspecify.annotations.NullMarked;
