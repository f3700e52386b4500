/** Encryption of what people say, and of packages for another service. */
@NullMarked
package jp.tsunagi.platform.sealing;

import org.jspecify.annotations.NullMarked;
