/** Monthly statistics, with small numbers hidden from the public. */
@NullMarked
package jp.tsunagi.council.report;

import org.jspecify.annotations.NullMarked;
