/** What people have typed into forms of staff and not sent. */
@NullMarked
package jp.tsunagi.platform.draft;

import org.jspecify.annotations.NullMarked;
