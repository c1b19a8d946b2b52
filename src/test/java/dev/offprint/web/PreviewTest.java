package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.config.IpNetwork;
import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.meaning.Effort;
import dev.offprint.meaning.MemoryVectors;
import dev.offprint.meaning.Progress;
import dev.offprint.meaning.SameMeaning;
import dev.offprint.meaning.StoredVectors;
import dev.offprint.messages.Languages;
import dev.offprint.messages.Messages;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.selection.DaySelector;
import dev.offprint.selection.IndexedDays;
import dev.offprint.selection.RecentPapers;
import dev.offprint.templates.Templates;
import dev.offprint.web.http.FormFields;
import dev.offprint.web.http.Limits;
import dev.offprint.web.http.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PreviewTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final Database database = TestDatabase.H2.fresh();
  private final JdbiPaperStore papers = new JdbiPaperStore(database.jdbi());
  private final StoredVectors vectors =
      new StoredVectors(new MemoryVectors(), "same", SameMeaning::new);
  private final RecentPapers recent =
      new RecentPapers(new IndexedDays(papers), Optional.of(vectors), () -> NOW);
  private final Preview preview =
      new Preview(
          recent,
          new InterestBudget(recent, Limits.usual(() -> 1), () -> NOW),
          papers,
          Languages.shipped(),
          () -> TODAY);

  @AfterEach
  void close() {
    database.close();
  }

  private String shown() {
    return new Templates(Path.of("templates"))
        .render("web/preview.html", Messages.english(), preview("felines that purr").values());
  }

  private Page preview(String interests) {
    return preview.in(
        Page.ok("web/preview.html", Map.of("base", "")),
        new FormFields(Map.of("interests", List.of(interests))),
        IpNetwork.of("192.0.2.0/24"));
  }

  @Test
  void itSaysWhenWhatPapersMeanIsStillBeingWorkedOut() {
    papers.record(
        List.of(
            new Sighting(
                new Paper(
                    new PaperId("2611.00001"),
                    "Felines that purr",
                    "They are cats.",
                    List.of(),
                    List.of(),
                    new Paper.Links(null, null, null),
                    new Paper.Dates(null, TODAY, null)),
                "test",
                Map.of(),
                NOW)));
    recent.refresh();
    assertThat(shown()).contains("Felines", "still being worked out");

    new DaySelector(papers, vectors).workOutMeanings(TODAY, Effort.ONE_THREAD, Progress.LOGGED);
    recent.refresh();
    assertThat(shown()).contains("Felines").doesNotContain("still being worked out");
  }
}
