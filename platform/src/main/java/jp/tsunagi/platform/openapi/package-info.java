/** What every operation of the API description has in common. */
@NullMarked
package jp.tsunagi.platform.openapi;

import org.jspecify.annotations.NullMarked;
