/** PostgreSQL, Kafka and key files on this machine, for tests and for the local stack. */
@NullMarked
package jp.tsunagi.platform.infrastructure;

import org.jspecify.annotations.NullMarked;
