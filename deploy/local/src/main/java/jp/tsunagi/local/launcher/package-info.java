/** The commands of {@code ./tsunagi}. */
@NullMarked
package jp.tsunagi.local.launcher;

import org.jspecify.annotations.NullMarked;
