package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.ledger.Delivery;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.papers.Signal;
import dev.offprint.sending.OutboxFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three daemons plan together, each for its part of the subscribers. */
class SharedPlanningTest {
  private static final int NODES = 3;
  private static final int READERS = 6_000;
  private static final Pattern PLANNED = Pattern.compile("run: (\\d+) planned");

  @Test
  @Tag("real")
  void eachNodePlansItsPartAndNobodyIsLeftOutOrPlannedForTwice(@TempDir Path folder)
      throws Exception {
    try (DaemonNodes nodes =
        new DaemonNodes(TestDatabase.POSTGRESQL.url(), folder, NODES, READERS)) {
      try (Database database = nodes.database()) {
        OutboxFixture.fill(database, READERS);
        announce(database);
        nodes.start();
        awaitNodes(database);
        database
            .jdbi()
            .useHandle(
                handle ->
                    handle.execute(
                        "update subscribers set format = 'TEXT', at_time = '00:00:00', content ="
                            + " 'TRENDING', days = 'MON,TUE,WED,THU,FRI,SAT,SUN', next_due ="
                            + " current_timestamp + interval '10' second"));
      }
      nodes.awaitAll();
      int planned = 0;
      for (int number = 0; number < NODES; number++) {
        nodes.node(number).stop();
        int share = planned(nodes.node(number).said());
        assertThat(share).isBetween(READERS / 4, READERS / 2);
        planned += share;
      }
      assertThat(planned).isEqualTo(READERS);
      nodes.assertAllSent();
      assertThat(nodes.repeated()).isZero();
      System.out.printf(
          "%,d editions by %d nodes: %.1f s from the first plan to the last answer%n",
          READERS, NODES, took(nodes).toMillis() / 1_000.0);
    }
  }

  private static Duration took(DaemonNodes nodes) {
    try (Database database = nodes.database()) {
      List<Delivery> all = OutboxFixture.ledger(database).deliveries().list(null, null);
      Instant first =
          all.stream().map(each -> each.planning().at()).min(Instant::compareTo).orElseThrow();
      Instant last =
          all.stream()
              .map(each -> Objects.requireNonNull(each.progress().settledAt()))
              .max(Instant::compareTo)
              .orElseThrow();
      return Duration.between(first, last);
    }
  }

  private static void announce(Database database) {
    Instant now = Instant.now();
    LocalDate yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
    Paper paper = OutboxFixture.paper(30);
    new JdbiPaperStore(database.jdbi())
        .record(
            List.of(
                new Sighting(
                    new Paper(
                        new PaperId("2411.00030"),
                        paper.title(),
                        paper.abstractText(),
                        paper.authors(),
                        paper.categories(),
                        paper.links(),
                        new Paper.Dates(null, yesterday, null)),
                    List.of(),
                    "test",
                    Map.of(Signal.Metric.UPVOTES, 5),
                    now)));
  }

  /** They have learnt of each other some seconds later, when their leases are renewed. */
  private static void awaitNodes(Database database) {
    Instant until = Instant.now().plusSeconds(60);
    while (database.nodes().all().size() < NODES && Instant.now().isBefore(until)) {
      LockSupport.parkNanos(100_000_000);
    }
    assertThat(database.nodes().all()).hasSize(NODES);
  }

  private static int planned(String log) {
    Matcher runs = PLANNED.matcher(log);
    int planned = 0;
    while (runs.find()) {
      planned += Integer.parseInt(runs.group(1));
    }
    return planned;
  }
}
