/** The places that a consultation is about, what providers were asked about each, and what they answered. */
@NullMarked
package jp.tsunagi.intake.removal;

import org.jspecify.annotations.NullMarked;
