/** What the council works on, from a member's proposal to its end. */
@NullMarked
package jp.tsunagi.council.topic;

import org.jspecify.annotations.NullMarked;
