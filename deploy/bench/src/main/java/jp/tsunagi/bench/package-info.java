/** Measures the platform beside a bare endpoint, in one run ({@code ./tsunagi bench}). */
@NullMarked
package jp.tsunagi.bench;

import org.jspecify.annotations.NullMarked;
