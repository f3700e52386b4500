@NullMarked
package jp.tsunagi.gateway.site;

import org.jspecify.annotations.NullMarked;
