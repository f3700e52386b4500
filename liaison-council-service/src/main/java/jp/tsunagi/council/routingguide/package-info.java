/** The rules that say which desk a case goes to: proposed, adopted by a second account, and announced to intake. */
@NullMarked
package jp.tsunagi.council.routingguide;

import org.jspecify.annotations.NullMarked;
