/** How programs of the local stack sign in and call the API. */
@NullMarked
package jp.tsunagi.local;

import org.jspecify.annotations.NullMarked;
