/** A consultation from received to closed, its queue and its opened case. */
@NullMarked
package jp.tsunagi.intake.consultation;

import org.jspecify.annotations.NullMarked;
