/**
 * Getting each edition out exactly once: the ledger, and the dispatcher that works through it.
 *
 * <p>In come planned editions and notices; out go {@link dev.offprint.outbox.OutgoingMessage}s
 * through the {@link dev.offprint.outbox.MailTransport}, and what became of them into the {@link
 * dev.offprint.outbox.Ledger}. Promised: what was planned is sent or its row says why not; nobody
 * is mailed who left in the meantime; after a crash only what was on the wire may go out twice,
 * with the same Message-ID.
 */
@NullMarked
package dev.offprint.outbox;

import org.jspecify.annotations.NullMarked;
