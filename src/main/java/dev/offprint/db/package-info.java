/**
 * The database: one pool, migrations, and transactions through Jdbi.
 *
 * <p>In comes the configured address or, without one, the data folder; out goes a migrated {@link
 * dev.offprint.db.Database}. Promised: on H2 a commit that was answered survives {@code kill -9},
 * and several processes on one machine can use the same data folder at once.
 */
@NullMarked
package dev.offprint.db;

import org.jspecify.annotations.NullMarked;
