package dev.offprint.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.digests.EditionNotes;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.EditionContents;
import dev.offprint.ledger.JdbiLedger;
import dev.offprint.ledger.Ledger;
import dev.offprint.ledger.MessageIds;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import dev.offprint.papers.Popularity;
import dev.offprint.papers.Sighting;
import dev.offprint.papers.Signal;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import dev.offprint.sources.JdbiHarvestStore;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.JdbiFeedbackStore;
import dev.offprint.subscribers.JdbiSubscriberStore;
import dev.offprint.subscribers.JdbiSuppressionStore;
import dev.offprint.subscribers.Members;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Suppression;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an older version of the tables held is there after an update, as the stores read it. */
class OlderDatabaseTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 27);
  private static final EmailAddress ADA = EmailAddress.of("ada@lab.example");

  @ParameterizedTest
  @EnumSource
  void version1IsReadAsItWasWritten(TestDatabase kind) throws IOException {
    try (Database database = kind.of("1", rows("version-1.sql"))) {
      PaperStore papers = new JdbiPaperStore(database.jdbi());
      JdbiSubscriberStore subscribers = new JdbiSubscriberStore(database.jdbi());
      Ledger ledger = JdbiLedger.of(database.jdbi(), papers, new MessageIds("lab.example"));

      Paper paper = papers.find(new PaperId("10.1000/1")).orElseThrow().paper();
      assertThat(paper.title()).isEqualTo("Routing of experts");
      assertThat(paper.listing()).isEqualTo(Paper.Listing.NONE);
      papers.record(
          List.of(
              new Sighting(
                  paper,
                  "huggingface",
                  Map.of(Signal.Metric.UPVOTES, 9),
                  Instant.parse("2024-05-28T01:00:00Z"))));
      assertThat(papers.find(paper.id()).orElseThrow().popularity())
          .isEqualTo(new Popularity(9, 0, 0, new Popularity.Rise(2, DAY)));
      Subscriber ada = subscribers.find(ADA).orElseThrow();
      assertThat(ada.preferences().interests())
          .containsExactly(new Interest("experts ~broad"), new Interest("galaxies"));
      assertThat(subscribers.find(EmailAddress.of("eve@lab.example")).orElseThrow().pausedUntil())
          .isEqualTo("2024-06-10");
      long moving = subscribers.find(EmailAddress.of("new@lab.example")).orElseThrow().id();
      assertThat(subscribers.isAddressChange(moving)).isTrue();
      long bob = subscribers.find(EmailAddress.of("bob@lab.example")).orElseThrow().id();
      assertThat(subscribers.requested(bob).orElseThrow().interests())
          .containsExactly(new Interest("quasars ~strict"));
      assertThat(new JdbiFeedbackStore(database.jdbi()).of(ada.id()).more())
          .containsExactly(paper.id());
      assertThat(new JdbiSuppressionStore(database.jdbi(), Members.KEY).all())
          .extracting(Suppression::origin)
          .containsExactly(Suppression.Origin.UNSUBSCRIBE);
      Delivery edition = ledger.deliveries().edition(ada.id(), DAY).orElseThrow();
      assertThat(ledger.deliveries().papers(edition))
          .extracting(chosen -> chosen.paper().id(), ChosenPaper::reason)
          .containsExactly(
              org.assertj.core.api.Assertions.tuple(
                  paper.id(),
                  new Reason.Matched(new Interest("experts ~broad"), List.of("experts"))));
      assertThat(ledger.deliveries().contents(List.of(edition), new HashMap<>()).values())
          .extracting(EditionContents::notes)
          .containsExactly(EditionNotes.NONE);
      assertThat(ledger.claims().claim("node", Instant.parse("2024-05-28T08:00:00Z"), 10))
          .extracting(Delivery::kind)
          .containsExactly(Delivery.Kind.LINK);
      assertThat(new JdbiHarvestStore(database.jdbi()).last("huggingface", DAY)).isPresent();
    }
  }

  private static List<String> rows(String file) throws IOException {
    try (InputStream rows =
        Objects.requireNonNull(TestDatabase.class.getResourceAsStream(file), file)) {
      String text = new String(rows.readAllBytes(), UTF_8).replaceAll("(?m)^--.*$", "");
      return List.of(text.strip().split(";\\s*\\n|;$"));
    }
  }
}
