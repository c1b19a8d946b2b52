package dev.offprint.papers;

import static dev.offprint.papers.Works.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lists say of a paper is merged like the rest of it, on every database. */
class ListingTest {
  private static final PaperId ID = new PaperId("2405.00001");
  private static final Paper.Listing FULL = listing("Example Lab", "It routes.");

  private static Paper.Listing listing(@Nullable String organization, @Nullable String summary) {
    return new Paper.Listing(
        organization, summary == null ? null : new Paper.Summary(summary, "Hugging Face (AI)"));
  }

  private static Sighting seen(String source, Paper.Listing listing, Instant at) {
    Paper plain = Works.sighting(source, ID.value()).paper();
    return new Sighting(
        new Paper(
            plain.id(),
            plain.title(),
            plain.abstractText(),
            plain.authors(),
            plain.categories(),
            plain.links(),
            plain.dates(),
            listing),
        source,
        Map.of(),
        at);
  }

  private static Paper.Listing kept(PaperStore store) {
    return store.find(ID).orElseThrow().paper().listing();
  }

  @ParameterizedTest
  @EnumSource
  void whatOneSourceKnowsIsNotLostWhenAnotherHasNone(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(List.of(seen("huggingface", FULL, NOON)));
      store.record(List.of(seen("arxiv", Paper.Listing.NONE, NOON.plusSeconds(60))));
      store.record(List.of(seen("huggingface", Paper.Listing.NONE, NOON.plusSeconds(90))));
      assertThat(kept(store)).isEqualTo(FULL);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLaterOfOneSourceCountsAndThatOfABetterSourceMore(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(List.of(seen("huggingface", listing("Old Lab", "It is."), NOON)));
      store.record(List.of(seen("huggingface", FULL, NOON.plusSeconds(60))));
      assertThat(kept(store)).isEqualTo(FULL);
      store.record(List.of(seen("file", listing("Meant Lab", null), NOON)));
      assertThat(kept(store)).isEqualTo(listing("Meant Lab", "It routes."));
      assertThat(store.record(List.of(seen("file", listing("Meant Lab", null), NOON))))
          .isEqualTo(new Intake(0, 0, 1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void textFromAnywhereIsKeptToTheLetterAndShownClean(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      Paper.Listing odd =
          new Paper.Listing(
              "'; drop table papers; -- <b>R&amp;D</b> :id",
              new Paper.Summary("It finds $\\ell_p$ & <script>x</script>.", ""));
      store.record(List.of(seen("huggingface", odd, NOON)));
      Paper paper = store.find(ID).orElseThrow().paper();
      assertThat(paper.listing()).isEqualTo(odd);
      assertThat(paper.shownOrganization()).contains("R&D").doesNotContain("<b>");
      assertThat(paper.shownSummary()).contains("ℓₚ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void papersThatBecomeOneKeepWhatEitherHad(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(
          List.of(
              seen("huggingface", FULL, NOON),
              Works.sighting("journal", "10.1000/a"),
              Works.sighting("arxiv", "10.1000/a", ID.value())));
      assertThat(Works.ids(store)).hasSize(1);
      assertThat(kept(store)).isEqualTo(FULL);
    }
  }
}
