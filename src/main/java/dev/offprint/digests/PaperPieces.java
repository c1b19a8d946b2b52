package dev.offprint.digests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.offprint.papers.Paper;
import dev.offprint.papers.Popularity;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of the papers that are in today's mails, since making it clean text and choosing
 * sentences takes as long as the rest of a mail; safe for use by many threads.
 */
final class PaperPieces {
  /** More than one day's editions draw on. */
  private static final int MOST_PAPERS = 2_000;

  /** More than the readers of a small machine have interests. */
  private static final int MOST_EXCERPTS = 20_000;

  private final Cache<Shown, MailPaper> papers =
      Caffeine.newBuilder().maximumSize(MOST_PAPERS).executor(Runnable::run).build();
  private final Cache<Chosen, PaperExcerpt> excerpts =
      Caffeine.newBuilder().maximumSize(MOST_EXCERPTS).executor(Runnable::run).build();

  /** A paper that was read again is another paper here. */
  private record Shown(Same paper, Popularity popularity, Set<String> followed) {}

  private record Chosen(Same paper, Size size, List<String> words, String sentence) {}

  /**
   * A paper as one object: those who send read it once for all its mails, and comparing abstracts
   * for each would take longer than the rest.
   */
  private record Same(Paper paper) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Same(Paper same) && same == paper;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(paper);
    }
  }

  MailPaper paper(ChosenPaper chosen) {
    return papers.get(
        new Shown(
            new Same(chosen.paper()),
            chosen.popularity(),
            FollowedAuthors.of(chosen.paper(), chosen.reason())),
        shown -> MailPaper.of(shown.paper().paper(), shown.popularity(), shown.followed()));
  }

  PaperExcerpt excerpt(ChosenPaper chosen, Size size) {
    return excerpts.get(
        switch (chosen.reason()) {
          case Reason.Matched matched -> key(chosen, size, matched.words(), "");
          case Reason.Close close -> key(chosen, size, List.of(), close.sentence());
          case Reason.Alike _, Reason.Trending _, Reason.TrendingOfWeek _ ->
              key(chosen, size, List.of(), "");
        },
        key -> Excerpts.of(key.paper().paper(), key.size(), key.words(), key.sentence()));
  }

  private static Chosen key(ChosenPaper chosen, Size size, List<String> words, String sentence) {
    return new Chosen(new Same(chosen.paper()), size, words, sentence);
  }
}
