/** Handing a case to another agency's desk, and hearing how that goes. */
@NullMarked
package jp.tsunagi.intake.handover;

import org.jspecify.annotations.NullMarked;
