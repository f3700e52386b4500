@NullMarked
package jp.tsunagi.council.topic;

import org.jspecify.annotations.NullMarked;
