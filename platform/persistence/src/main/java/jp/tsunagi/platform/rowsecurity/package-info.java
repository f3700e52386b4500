/** For whom a transaction works, as PostgreSQL's policies of row level security know it. */
@NullMarked
package jp.tsunagi.platform.rowsecurity;

import org.jspecify.annotations.NullMarked;
