package dev.offprint.sending;

/**
 * A process that sends.
 *
 * @param name among those that use the same database; what a killed process of the same name had
 *     claimed is sent again, so no two living ones may share it
 * @param journal what it has sent and not yet written into the ledger
 */
public record SendingNode(String name, SentJournal journal) {}
