@NullMarked
package jp.tsunagi.gateway.signin;

import org.jspecify.annotations.NullMarked;
