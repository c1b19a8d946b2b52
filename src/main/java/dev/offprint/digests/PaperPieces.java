package dev.offprint.digests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.offprint.papers.Paper;
import dev.offprint.papers.Popularity;
import dev.offprint.search.PersonName;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import dev.offprint.subscribers.Interest;
import java.time.LocalDate;
import java.util.List;

/** What is shown of the papers that are in today's mails; safe for use by many threads. */
final class PaperPieces {
  /** More than one day's editions draw on. */
  private static final int MOST_PAPERS = 2_000;

  /** More than the readers of a small machine have interests. */
  private static final int MOST_TOLD = 20_000;

  private final PaperExcerpts excerpts;
  private final Cache<Interest, SectionHeading> headings =
      Caffeine.newBuilder().maximumSize(MOST_TOLD).executor(Runnable::run).build();
  private final Cache<Asked, Told> told =
      Caffeine.newBuilder().maximumSize(MOST_TOLD).executor(Runnable::run).build();
  private final Cache<Shown, MailPaper> papers =
      Caffeine.newBuilder().maximumSize(MOST_PAPERS).executor(Runnable::run).build();

  PaperPieces(boolean sourceSummaries) {
    excerpts = new PaperExcerpts(sourceSummaries);
  }

  /** Going through thousands of authors takes longer than all else, so what was asked is a key. */
  private record Shown(SamePaper paper, Popularity popularity, List<PersonName> asked) {}

  private record Asked(
      SamePaper paper, Popularity popularity, Reason reason, LocalDate day, boolean weekly) {}

  /** Why a paper is in an edition of a day and what is shown of it, cached for all its readers. */
  Told told(ChosenPaper chosen, LocalDate day, boolean weekly) {
    return told.get(
        new Asked(new SamePaper(chosen.paper()), chosen.popularity(), chosen.reason(), day, weekly),
        asked ->
            new Told(
                chosen,
                heading(chosen.reason()),
                paper(chosen),
                PaperNote.of(chosen, day, weekly),
                excerpts));
  }

  private SectionHeading heading(Reason reason) {
    return switch (reason) {
      case Reason.Matched matched -> headings.get(matched.interest(), InterestWords::heading);
      case Reason.Close close -> headings.get(close.interest(), InterestWords::heading);
      case Reason.Alike _ -> SectionHeading.ALIKE;
      case Reason.Trending _, Reason.TrendingOfWeek _ -> SectionHeading.TRENDING;
    };
  }

  private MailPaper paper(ChosenPaper chosen) {
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
}
