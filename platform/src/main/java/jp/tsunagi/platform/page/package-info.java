/** HTML for people: layout, forms, choices and times. */
@NullMarked
package jp.tsunagi.platform.page;

import org.jspecify.annotations.NullMarked;
