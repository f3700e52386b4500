/** Decisions on a referral, from the API or from a page. */
@NullMarked
package jp.tsunagi.referral.decision;

import org.jspecify.annotations.NullMarked;
