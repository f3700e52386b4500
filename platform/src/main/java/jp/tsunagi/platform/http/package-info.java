/** Answers, pages of lists and versions in the terms of HTTP. */
@NullMarked
package jp.tsunagi.platform.http;

import org.jspecify.annotations.NullMarked;
