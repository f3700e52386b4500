/** REST for the machines of agencies. */
@NullMarked
package jp.tsunagi.referral.api;

import org.jspecify.annotations.NullMarked;
