/** Sessions of people who sign in, and their end. */
@NullMarked
package jp.tsunagi.gateway.signin;

import org.jspecify.annotations.NullMarked;
