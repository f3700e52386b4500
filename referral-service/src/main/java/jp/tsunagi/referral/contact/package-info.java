/** How a person reaches a desk by telephone or in writing, and when somebody is there. */
@NullMarked
package jp.tsunagi.referral.contact;

import org.jspecify.annotations.NullMarked;
