/** Which services carry what people post, how one asks each of them for removal, and since when we know. */
@NullMarked
package jp.tsunagi.intake.provider;

import org.jspecify.annotations.NullMarked;
