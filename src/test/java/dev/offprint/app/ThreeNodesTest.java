package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.config.DatabaseConfiguration;
import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.ledger.PlannedBatch;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.smtp.ScriptedRelay;
import dev.offprint.smtp.ScriptedRelay.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three daemons as processes of their own, on one PostgreSQL, each with a relay of its own. */
class ThreeNodesTest {
  private static final int NODES = 3;
  private static final int CONNECTIONS = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (<\\S+>)\r?$");

  private final String url = TestDatabase.POSTGRESQL.url();
  private final List<Node> nodes = new ArrayList<>();
  private final Set<String> distinct = ConcurrentHashMap.newKeySet();
  private final AtomicInteger received = new AtomicInteger();
  private final CountDownLatch all = new CountDownLatch(NODES);
  private final CountDownLatch arrived = new CountDownLatch(1);
  private volatile int awaited;

  @TempDir Path folder;

  /** A daemon, and what its relay was handed. */
  private final class Node implements AutoCloseable {
    private final Path log;
    private final ScriptedRelay relay = new ScriptedRelay(this::script);
    private final Process process;
    private final AtomicInteger sent = new AtomicInteger();
    private volatile int strikeAt = Integer.MAX_VALUE;
    private volatile Runnable strike = () -> {};
    private boolean isKnown;

    Node(int number) throws IOException {
      log = folder.resolve("node" + number + ".log");
      ProcessBuilder builder =
          new ProcessBuilder(OffprintProcess.command(folder.resolve("node" + number), "serve"))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().putAll(OffprintProcess.daemon(relay.port(), CONNECTIONS));
      builder.environment().put("OFFPRINT_DATABASE__URL", url);
      builder.environment().put("OFFPRINT_DATABASE__USERNAME", "postgres");
      process = builder.start();
    }

    private @Nullable String script(Point point, int connection, String line) {
      if (point == Point.MAIL) {
        join();
      }
      if (point == Point.END) {
        Matcher id = MESSAGE_ID.matcher(line);
        assertThat(id.find()).isTrue();
        distinct.add(id.group(1));
        received.incrementAndGet();
        if (sent.incrementAndGet() == strikeAt) {
          strike.run();
        }
        if (distinct.size() == awaited) {
          arrived.countDown();
        }
      }
      return null;
    }

    /** None begins before all are there, or the first would be done with all of it. */
    private void join() {
      synchronized (this) {
        if (!isKnown) {
          isKnown = true;
          all.countDown();
        }
      }
      try {
        assertThat(all.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void after(int mails, Runnable what) {
      strike = what;
      strikeAt = mails;
    }

    private void signal(String name) {
      try {
        assertThat(
                new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor())
            .isZero();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void stop() throws InterruptedException {
      process.destroy();
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("%s", said()).isTrue();
    }

    private String said() {
      try {
        return Files.readString(log);
      } catch (IOException e) {
        return e.toString();
      }
    }

    @Override
    public void close() throws IOException {
      process.destroyForcibly();
      relay.close();
    }
  }

  @AfterEach
  void close() throws IOException {
    for (Node node : nodes) {
      node.close();
    }
  }

  @Test
  void oneIsKilledAndTheOthersSendWhatItHeld() throws Exception {
    start(1_500);
    nodes.getFirst().after(100, nodes.getFirst().process::destroyForcibly);
    awaitAll();
    nodes.get(1).stop();
    nodes.get(2).stop();
    assertAllSent(1_500);
    assertThat(received.get() - 1_500).isLessThanOrEqualTo(CONNECTIONS);
  }

  @Test
  @Tag("real")
  void oneIsKilledOneIsFrozenAndTheDatabaseCutsAllConnectionsInTwentyThousandEditions()
      throws Exception {
    start(20_000);
    Node killed = nodes.get(0);
    Node frozen = nodes.get(1);
    Node last = nodes.get(2);
    killed.after(2_000, killed.process::destroyForcibly);
    frozen.after(3_000, () -> frozen.signal("STOP"));
    last.after(4_000, this::cutConnections);
    awaitAll();
    int before = frozen.sent.get();
    frozen.signal("CONT");
    frozen.stop();
    last.stop();
    assertAllSent(20_000);
    assertThat(frozen.sent.get() - before).isLessThanOrEqualTo(CONNECTIONS);
    // Each of three faults may repeat what was on the wire.
    assertThat(received.get() - 20_000).isLessThanOrEqualTo(5 * CONNECTIONS);
    System.out.printf(
        "20,000 editions by three nodes: %d, %d and %d sent, %d of them again%n",
        killed.sent.get(), frozen.sent.get(), last.sent.get(), received.get() - 20_000);
  }

  private Database database() {
    return Database.open(new DatabaseConfiguration(url, "postgres", "", "", 7), folder);
  }

  private void cutConnections() {
    try (Database database = database()) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
                          + " current_database() and pid <> pg_backend_pid()"));
    }
  }

  private void start(int editions) throws IOException {
    awaited = editions;
    try (Database database = database()) {
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
    for (int number = 0; number < NODES; number++) {
      nodes.add(new Node(number));
    }
  }

  private void awaitAll() throws InterruptedException {
    assertThat(arrived.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .as("%d arrived; %s", distinct.size(), nodes.stream().map(Node::said).toList())
        .isTrue();
  }

  private void assertAllSent(int editions) {
    assertThat(nodes).allSatisfy(node -> assertThat(node.sent).hasPositiveValue());
    assertThat(distinct).hasSize(editions);
    try (Database database = database()) {
      assertThat(OutboxFixture.ledger(database).deliveries().counts())
          .containsEntry(Status.SENT, editions);
    }
  }
}
