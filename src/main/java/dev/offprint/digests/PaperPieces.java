package dev.offprint.digests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.offprint.messages.Messages;
import dev.offprint.papers.Paper;
import dev.offprint.papers.Popularity;
import dev.offprint.search.PersonName;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import dev.offprint.subscribers.Interest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is shown of the papers of today's mails in one language; safe for use by many threads. */
final class PaperPieces {
  /** More than one day's editions draw on. */
  private static final int MOST_PAPERS = 2_000;

  /** More than the readers of a small machine have interests. */
  private static final int MOST_HEADINGS = 20_000;

  /** What most mails of a morning have, in some 30 MB; more would be collected at a price. */
  private static final int MOST_TOLD = 8_000;

  private final PaperExcerpts excerpts;
  private final Messages in;
  private final Cache<Interest, SectionHeading> headings =
      Caffeine.newBuilder().maximumSize(MOST_HEADINGS).executor(Runnable::run).build();
  private final Cache<Asked, Told> told =
      Caffeine.newBuilder().maximumSize(MOST_TOLD).executor(Runnable::run).build();
  private final Cache<Shown, MailPaper> papers =
      Caffeine.newBuilder().maximumSize(MOST_PAPERS).executor(Runnable::run).build();

  PaperPieces(PaperExcerpts excerpts, Messages in) {
    this.excerpts = excerpts;
    this.in = in;
  }

  /** Going through thousands of authors takes longer than all else, so what was asked is a key. */
  private record Shown(SamePaper paper, Popularity popularity, List<PersonName> asked) {}

  private record Asked(
      SamePaper paper, Popularity popularity, Reason reason, LocalDate day, boolean weekly) {}

  /** Why a paper is in an edition of a day and what is shown of it, cached for all its readers. */
  Told told(ChosenPaper chosen, LocalDate day, boolean weekly) {
    return told.get(
        new Asked(new SamePaper(chosen.paper()), chosen.popularity(), chosen.reason(), day, weekly),
        asked -> {
          SectionHeading heading = heading(chosen.reason());
          MailPaper paper = paper(chosen);
          PaperNote note = PaperNote.of(chosen, heading, paper, day, weekly, in);
          return new Told(chosen, heading, paper, note, size -> excerpts.of(chosen, size, in));
        });
  }

  private SectionHeading heading(Reason reason) {
    return switch (reason) {
      case Reason.Matched matched -> heading(matched.interest(), matched.group());
      case Reason.Close close -> heading(close.interest(), close.group());
      case Reason.Alike _ -> SectionHeading.of(in.text("heading.alike"));
      case Reason.Trending _, Reason.TrendingOfWeek _ ->
          SectionHeading.of(in.text("heading.trending"));
    };
  }

  private SectionHeading heading(Interest interest, @Nullable String group) {
    SectionHeading heading = heading(interest);
    return group == null ? heading : heading.with(in.text("heading.group", OneLine.of(group)));
  }

  /** What heads the papers that an interest brings. */
  SectionHeading heading(Interest interest) {
    return headings.get(interest, each -> InterestWords.heading(each, in));
  }

  private MailPaper paper(ChosenPaper chosen) {
    return papers.get(
        new Shown(
            new SamePaper(chosen.paper()),
            chosen.popularity(),
            FollowedAuthors.asked(chosen.reason())),
        this::paper);
  }

  private MailPaper paper(Shown shown) {
    Paper paper = shown.paper().paper();
    return MailPaper.of(paper, shown.popularity(), FollowedAuthors.of(paper, shown.asked()), in);
  }
}
