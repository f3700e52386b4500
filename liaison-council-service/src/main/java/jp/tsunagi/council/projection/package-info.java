@NullMarked
package jp.tsunagi.council.projection;

import org.jspecify.annotations.NullMarked;
