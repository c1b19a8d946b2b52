package dev.offprint.interests;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one paper that a search is for.
 *
 * @param isReference whether the text is a reference to a paper, and so no search by words even
 *     when the paper is not known
 * @param paper empty when it is not known, or is withdrawn
 */
public record NamedPaper(boolean isReference, Optional<Candidate> paper) {
  private static final Pattern OWN_ID = Pattern.compile("(?=.*\\d)[!-~]{2,255}");

  /** Looks up what a text names: an id, a DOI, an address, or what a source gave as an id. */
  public static NamedPaper in(String text, PaperStore papers) {
    Optional<PaperId> reference = PaperReference.of(text);
    return new NamedPaper(
        reference.isPresent(),
        reference.or(() -> ownId(text)).flatMap(papers::find).filter(NamedPaper::isNotWithdrawn));
  }

  /** Whether one paper is looked for, whatever fits the words. */
  public boolean isForOne() {
    return isReference || paper.isPresent();
  }

  /** What a source may have given as an id; only if some paper has it, it is one. */
  private static Optional<PaperId> ownId(String text) {
    return OWN_ID.matcher(text).matches() ? Optional.of(PaperId.of(text)) : Optional.empty();
  }

  private static boolean isNotWithdrawn(Candidate candidate) {
    return candidate.paper().dates().withdrawn() == null;
  }
}
