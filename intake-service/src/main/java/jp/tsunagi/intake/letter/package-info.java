/** Letters by which a consulter asks a provider: drafted here, signed and sent by the consulter and never by us. */
@NullMarked
package jp.tsunagi.intake.letter;

import org.jspecify.annotations.NullMarked;
