/** The processes of the local stack: how each starts and when it serves. */
@NullMarked
package jp.tsunagi.local.component;

import org.jspecify.annotations.NullMarked;
