@NullMarked
package jp.tsunagi.gateway;

import org.jspecify.annotations.NullMarked;
