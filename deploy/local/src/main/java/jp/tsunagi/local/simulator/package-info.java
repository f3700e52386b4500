/** The machine that plays two partner agencies. */
@NullMarked
package jp.tsunagi.local.simulator;

import org.jspecify.annotations.NullMarked;
