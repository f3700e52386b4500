/** Codes of enum constants, and JSON that the platform keeps for itself. */
@NullMarked
package jp.tsunagi.platform.code;

import org.jspecify.annotations.NullMarked;
