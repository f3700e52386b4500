/** The clock, holidays and opening hours, identifiers that sort by time, and waiting that ends when the service stops. */
@NullMarked
package jp.tsunagi.platform.time;

import org.jspecify.annotations.NullMarked;
