/** The liaison council: what it works on, who sits on it and what it counts; here is what every feature of it uses. */
@NullMarked
package jp.tsunagi.council;

import org.jspecify.annotations.NullMarked;
