/** The directory of desks as referral-service announces it. */
@NullMarked
package jp.tsunagi.intake.desk;

import org.jspecify.annotations.NullMarked;
