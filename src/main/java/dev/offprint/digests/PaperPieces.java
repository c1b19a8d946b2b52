package dev.offprint.digests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.offprint.papers.Popularity;
import dev.offprint.selection.ChosenPaper;
import java.util.Set;

/** What is shown of the papers that are in today's mails; safe for use by many threads. */
final class PaperPieces {
  /** More than one day's editions draw on. */
  private static final int MOST_PAPERS = 2_000;

  private final PaperExcerpts excerpts;
  private final Cache<Shown, MailPaper> papers =
      Caffeine.newBuilder().maximumSize(MOST_PAPERS).executor(Runnable::run).build();

  PaperPieces(boolean sourceSummaries) {
    excerpts = new PaperExcerpts(sourceSummaries);
  }

  private record Shown(SamePaper paper, Popularity popularity, Set<String> followed) {}

  MailPaper paper(ChosenPaper chosen) {
    return papers.get(
        new Shown(
            new SamePaper(chosen.paper()),
            chosen.popularity(),
            FollowedAuthors.of(chosen.paper(), chosen.reason())),
        shown -> MailPaper.of(shown.paper().paper(), shown.popularity(), shown.followed()));
  }

  PaperExcerpt excerpt(ChosenPaper chosen, Size size) {
    return excerpts.of(chosen, size);
  }
}
