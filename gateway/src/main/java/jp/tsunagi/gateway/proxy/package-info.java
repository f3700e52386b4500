@NullMarked
package jp.tsunagi.gateway.proxy;

import org.jspecify.annotations.NullMarked;
