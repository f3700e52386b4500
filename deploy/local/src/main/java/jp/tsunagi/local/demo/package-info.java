/** The demo data that fills an empty platform. */
@NullMarked
package jp.tsunagi.local.demo;

import org.jspecify.annotations.NullMarked;
