package dev.offprint.db;

import java.time.Instant;

/**
 * A process that shares the database with others.
 *
 * @param name another one at each start
 * @param since when it joined, by the database's clock
 * @param leaseUntil until when it holds what it has claimed, by the database's clock
 * @param isAlive whether that is still to come
 */
public record Node(
    String name, String host, String version, Instant since, Instant leaseUntil, boolean isAlive) {}
