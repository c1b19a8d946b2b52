/**
 * Who is due, and what they get.
 *
 * <p>In come subscribers whose hour has come; out go rows of the ledger. Promised: each edition is
 * planned once, and a source that is late is waited for only so long.
 */
@NullMarked
package dev.offprint.planning;

import org.jspecify.annotations.NullMarked;
