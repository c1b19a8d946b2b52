package dev.offprint.selection;

import dev.offprint.papers.PaperId;
import java.util.Set;

/** What a subscriber has been sent or is about to be sent; the ledger knows. */
@FunctionalInterface
public interface SentPapers {
  Set<PaperId> sentTo(long subscriberId);
}
