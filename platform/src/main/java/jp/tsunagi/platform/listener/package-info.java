/** Deadlines and caps of the connections that a process accepts. */
@NullMarked
package jp.tsunagi.platform.listener;

import org.jspecify.annotations.NullMarked;
