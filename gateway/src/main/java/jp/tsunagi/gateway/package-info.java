/** The front door: routes, sign-in, the public pages. */
@NullMarked
package jp.tsunagi.gateway;

import org.jspecify.annotations.NullMarked;
