/** Topics over HTTP for machines, and what the API document says of request bodies. */
@NullMarked
package jp.tsunagi.council.api;

import org.jspecify.annotations.NullMarked;
