package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.PlannedBatch;
import dev.offprint.sending.OutboxFixture;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three daemons send what one ledger says, whatever happens to one of them or to the database. */
class ThreeNodesTest {
  private static final int CONNECTIONS = DaemonNodes.CONNECTIONS;

  @TempDir Path folder;

  @Test
  void oneIsKilledAndTheOthersSendWhatItHeld() throws Exception {
    try (DaemonNodes nodes = planned(TestDatabase.POSTGRESQL.url(), 1_500)) {
      nodes.node(0).after(100, nodes.node(0)::kill);
      nodes.awaitAll();
      nodes.node(1).stop();
      nodes.node(2).stop();
      nodes.assertAllSent();
      assertThat(nodes.repeated()).isLessThanOrEqualTo(CONNECTIONS);
    }
  }

  @Test
  @Tag("real")
  void oneIsKilledOneIsFrozenAndTheDatabaseCutsAllConnectionsInTwentyThousandEditions()
      throws Exception {
    try (DaemonNodes nodes = planned(TestDatabase.POSTGRESQL.url(), 20_000)) {
      DaemonNodes.Node killed = nodes.node(0);
      DaemonNodes.Node frozen = nodes.node(1);
      DaemonNodes.Node last = nodes.node(2);
      killed.after(2_000, killed::kill);
      frozen.after(3_000, () -> frozen.signal("STOP"));
      last.after(4_000, () -> cutConnections(nodes));
      nodes.awaitAll();
      int before = frozen.sent();
      frozen.signal("CONT");
      frozen.stop();
      last.stop();
      nodes.assertAllSent();
      assertThat(frozen.sent() - before).isLessThanOrEqualTo(CONNECTIONS);
      // Each of three faults may repeat what was on the wire.
      assertThat(nodes.repeated()).isLessThanOrEqualTo(5 * CONNECTIONS);
      System.out.printf(
          "20,000 editions by three nodes: %d, %d and %d sent, %d of them again%n",
          killed.sent(), frozen.sent(), last.sent(), nodes.repeated());
    }
  }

  @Test
  @Tag("real")
  void theDatabaseIsStartedAnewInTheMiddle() throws Exception {
    Path files = folder.resolve("postgresql");
    try (EmbeddedPostgres before = postgresql(files, 0)) {
      int port = before.getPort();
      try (DaemonNodes nodes = planned(before.getJdbcUrl("postgres", "postgres"), 10_000)) {
        CompletableFuture<EmbeddedPostgres> again = new CompletableFuture<>();
        nodes
            .node(0)
            .after(1_000, () -> again.completeAsync(() -> startedAnew(before, files, port)));
        nodes.awaitAll();
        for (int number = 0; number < 3; number++) {
          nodes.node(number).stop();
        }
        nodes.assertAllSent();
        assertThat(nodes.repeated()).isLessThanOrEqualTo(3 * CONNECTIONS);
        System.out.printf(
            "10,000 editions with PostgreSQL started anew: %d of them again%n", nodes.repeated());
        again.join().close();
      }
    }
  }

  private static EmbeddedPostgres postgresql(Path files, int port) {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(files)
          .setCleanDataDirectory(false)
          .setPort(port)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres startedAnew(EmbeddedPostgres before, Path files, int port) {
    try {
      before.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return postgresql(files, port);
  }

  private static void cutConnections(DaemonNodes nodes) {
    try (Database database = nodes.database()) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
                          + " current_database() and pid <> pg_backend_pid()"));
    }
  }

  /** Started nodes, for which so many editions are planned. */
  private DaemonNodes planned(String url, int editions) throws IOException {
    DaemonNodes nodes = new DaemonNodes(url, folder, 3, editions);
    try (Database database = nodes.database()) {
      OutboxFixture.fill(database, editions);
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "update subscribers set format = 'TEXT', next_due = '2100-01-01 00:00:00Z'"));
      OutboxFixture.ledger(database)
          .plans()
          .plan(
              new PlannedBatch(
                  OutboxFixture.TODAY,
                  LongStream.rangeClosed(1, editions)
                      .mapToObj(subscriber -> OutboxFixture.edition(subscriber, 1))
                      .toList(),
                  Map.of()),
              Delivery.Planning.at(Instant.now()));
    }
    nodes.start();
    return nodes;
  }
}
