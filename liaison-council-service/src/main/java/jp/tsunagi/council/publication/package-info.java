/** Who may read a topic, from when on, and what must not become public. */
@NullMarked
package jp.tsunagi.council.publication;

import org.jspecify.annotations.NullMarked;
