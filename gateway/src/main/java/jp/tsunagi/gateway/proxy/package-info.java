/** What happens to a request before and behind a service. */
@NullMarked
package jp.tsunagi.gateway.proxy;

import org.jspecify.annotations.NullMarked;
