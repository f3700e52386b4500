/** Sends a service wrong and hostile input over its own API document, and searches what it then logs. */
@NullMarked
package jp.tsunagi.testing.fuzz;

import org.jspecify.annotations.NullMarked;
