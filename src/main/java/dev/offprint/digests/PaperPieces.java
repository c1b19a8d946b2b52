package dev.offprint.digests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.offprint.papers.Paper;
import dev.offprint.papers.Popularity;
import dev.offprint.search.PersonName;
import dev.offprint.selection.ChosenPaper;
import java.util.List;

/** What is shown of the papers that are in today's mails; safe for use by many threads. */
final class PaperPieces {
  /** More than one day's editions draw on. */
  private static final int MOST_PAPERS = 2_000;

  private final PaperExcerpts excerpts = new PaperExcerpts();
  private final Cache<Shown, MailPaper> papers =
      Caffeine.newBuilder().maximumSize(MOST_PAPERS).executor(Runnable::run).build();

  /** Going through thousands of authors takes longer than all else, so what was asked is a key. */
  private record Shown(SamePaper paper, Popularity popularity, List<PersonName> asked) {}

  MailPaper paper(ChosenPaper chosen) {
    return papers.get(
        new Shown(
            new SamePaper(chosen.paper()),
            chosen.popularity(),
            FollowedAuthors.asked(chosen.reason())),
        PaperPieces::paper);
  }

  private static MailPaper paper(Shown shown) {
    Paper paper = shown.paper().paper();
    return MailPaper.of(paper, shown.popularity(), FollowedAuthors.of(paper, shown.asked()));
  }

  PaperExcerpt excerpt(ChosenPaper chosen, Size size) {
    return excerpts.of(chosen, size);
  }
}
