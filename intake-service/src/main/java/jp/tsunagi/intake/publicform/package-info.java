/** Where consultations come in: the public form and its API. */
@NullMarked
package jp.tsunagi.intake.publicform;

import org.jspecify.annotations.NullMarked;
