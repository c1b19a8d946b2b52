/**
 * The record of every edition and mail, and what became of it.
 *
 * <p>In come planned editions, notices, and what became of them; out goes what is due, what was
 * sent and why something was not. Promised: what was planned is sent or its row says why not, a
 * subscriber has at most one edition a day, and no paper is written down twice for one subscriber.
 */
@NullMarked
package dev.offprint.ledger;

import org.jspecify.annotations.NullMarked;
