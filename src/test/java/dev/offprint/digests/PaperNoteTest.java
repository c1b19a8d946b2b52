package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.messages.Messages;
import dev.offprint.papers.Paper;
import dev.offprint.papers.Popularity;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import dev.offprint.subscribers.Interest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said at a paper in a mail; all of them were announced on 24 May. */
class PaperNoteTest {
  private static final LocalDate DAY = Samples.DAY;
  private static final Reason TRENDING = new Reason.Trending(80, 2, true);
  private static final Reason MATCHED =
      new Reason.Matched(new Interest("attention"), List.of("attention"));

  private static String note(Reason reason, int upvotes, int rise, LocalDate since) {
    return note(Samples.ATTENTION, reason, upvotes, new Popularity.Rise(rise, since), DAY);
  }

  private static String note(
      Paper paper, Reason reason, int upvotes, Popularity.@Nullable Rise rise, LocalDate day) {
    Messages in = Messages.english();
    Popularity popularity = new Popularity(upvotes, 0, 0, rise);
    return PaperNote.of(
            new ChosenPaper(paper, popularity, reason),
            SectionHeading.of("attention"),
            MailPaper.of(paper, popularity, Set.of(), in),
            day,
            false,
            in)
        .text();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-05-26, yesterday",
    "2025-05-25, Sunday",
    "2025-05-21, Wednesday",
    "2025-05-20, 20 May",
    "2025-05-03, 3 May",
    "2024-12-31, 31 December 2024"
  })
  void votesTellSinceWhenTheyRose(LocalDate since, String words) {
    assertThat(note(TRENDING, 1_281, 1_009, since))
        .isEqualTo("1,281 upvotes, up 1,009 since " + words + " · from Saturday");
    assertThat(note(MATCHED, 81, 9, since))
        .isEqualTo("81 upvotes, up 9 since " + words + " · from Saturday");
  }

  @Test
  void aPaperThatIsCloseOrAlikeTellsItToo() {
    assertThat(note(new Reason.Close(new Interest("tides"), "Water."), 81, 9, DAY.minusDays(1)))
        .isEqualTo("Close in meaning · 81 upvotes, up 9 since yesterday · from Saturday");
    assertThat(note(new Reason.Alike(Samples.ADAM.id(), "Adam"), 1, 1, DAY.minusDays(1)))
        .isEqualTo("Like “Adam” · 1 upvote, up 1 since yesterday · from Saturday");
  }

  @Test
  void withoutARiseATrendingPaperTellsItsPlace() {
    assertThat(note(Samples.ATTENTION, TRENDING, 81, null, DAY)).isEqualTo("80 upvotes, #2 today");
    assertThat(note(Samples.ATTENTION, MATCHED, 81, null, DAY))
        .isEqualTo("81 upvotes · from Saturday");
  }

  /** As for who lives where the day begins later than in Greenwich, or looks at an old edition. */
  @Test
  void aRiseThatIsNotFromADayBeforeIsNotTold() {
    assertThat(note(TRENDING, 81, 9, DAY)).isEqualTo("80 upvotes, #2 today");
    assertThat(note(MATCHED, 81, 9, DAY.plusDays(3))).isEqualTo("81 upvotes · from Saturday");
  }
}
