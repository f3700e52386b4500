@NullMarked
package jp.tsunagi.council.report;

import org.jspecify.annotations.NullMarked;
