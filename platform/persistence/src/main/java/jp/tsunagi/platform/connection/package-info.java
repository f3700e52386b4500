/** Connections to PostgreSQL beside the pool. */
@NullMarked
package jp.tsunagi.platform.connection;

import org.jspecify.annotations.NullMarked;
