/** The numbers a consulter takes home. */
@NullMarked
package jp.tsunagi.intake.receipt;

import org.jspecify.annotations.NullMarked;
