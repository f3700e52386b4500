/** Who sits on the council, since when and until when, and what somebody may do there because of a seat. */
@NullMarked
package jp.tsunagi.council.membership;

import org.jspecify.annotations.NullMarked;
