/** What a consulter tells us: read, checked and kept word for word. */
@NullMarked
package jp.tsunagi.intake.submission;

import org.jspecify.annotations.NullMarked;
