/**
 * What the operator looks at: how Offprint is doing, on one page, and what became of one reader's
 * mails; and for programs whether all is well, and the meters.
 *
 * <p>In come the ledger, the subscribers and the parts of the daemon; out goes what is read alone.
 * Promised: nothing here changes anything, a page costs little however long the ledger is, and
 * addresses are masked but in one reader's story.
 */
@NullMarked
package dev.offprint.operator;

import org.jspecify.annotations.NullMarked;
