/** Who works at the desk of an agency. */
@NullMarked
package jp.tsunagi.intake.counsellor;

import org.jspecify.annotations.NullMarked;
