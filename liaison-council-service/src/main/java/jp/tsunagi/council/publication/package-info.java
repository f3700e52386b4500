@NullMarked
package jp.tsunagi.council.publication;

import org.jspecify.annotations.NullMarked;
