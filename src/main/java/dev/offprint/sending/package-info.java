/**
 * Getting each mail out exactly once: claiming what is due, and handing it over.
 *
 * <p>In comes what the ledger says is due; out go {@link dev.offprint.sending.OutgoingMessage}s
 * through the {@link dev.offprint.sending.MailTransport}, and what became of them into the ledger.
 * Promised: nobody is mailed who left in the meantime; after a crash only what was on the wire may
 * go out twice, with the same Message-ID.
 */
@NullMarked
package dev.offprint.sending;

import org.jspecify.annotations.NullMarked;
