/** What the work would cost without a product around it: a token is verified, rows are written and read. */
@NullMarked
package jp.tsunagi.bench.bare;

import org.jspecify.annotations.NullMarked;
