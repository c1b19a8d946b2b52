package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.config.DatabaseConfiguration;
import dev.offprint.db.Database;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.smtp.ScriptedRelay;
import dev.offprint.smtp.ScriptedRelay.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Daemons as processes of their own, on one PostgreSQL, each with a relay of its own. */
final class DaemonNodes implements AutoCloseable {
  static final int CONNECTIONS = 4;

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (<\\S+>)\r?$");

  private final String url;
  private final Path folder;
  private final int count;
  private final int awaited;
  private final List<Node> nodes = new ArrayList<>();
  private final Set<String> distinct = ConcurrentHashMap.newKeySet();
  private final AtomicInteger received = new AtomicInteger();
  private final CountDownLatch all;
  private final CountDownLatch arrived = new CountDownLatch(1);

  /**
   * Nodes that are not started.
   *
   * @param awaited how many different mails arrive in all
   */
  DaemonNodes(String url, Path folder, int count, int awaited) {
    this.url = url;
    this.folder = folder;
    this.count = count;
    this.awaited = awaited;
    all = new CountDownLatch(count);
  }

  void start() throws IOException {
    for (int number = 0; number < count; number++) {
      nodes.add(new Node(number));
    }
  }

  Node node(int number) {
    return nodes.get(number);
  }

  /** How many mails arrived more than once. */
  int repeated() {
    return received.get() - distinct.size();
  }

  Database database() {
    return Database.open(new DatabaseConfiguration(url, "postgres", "", "", 7), folder);
  }

  void awaitAll() throws InterruptedException {
    assertThat(arrived.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .as("%d arrived; %s", distinct.size(), nodes.stream().map(Node::said).toList())
        .isTrue();
  }

  /** Every node took part, and every edition arrived and is in the ledger as sent. */
  void assertAllSent() {
    assertThat(nodes).allSatisfy(node -> assertThat(node.sent).hasPositiveValue());
    assertThat(distinct).hasSize(awaited);
    try (Database database = database()) {
      assertThat(OutboxFixture.ledger(database).deliveries().counts())
          .containsEntry(Status.SENT, awaited);
    }
  }

  @Override
  public void close() throws IOException {
    for (Node node : nodes) {
      node.close();
    }
  }

  /** A daemon, and what its relay was handed. */
  final class Node implements AutoCloseable {
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

    void after(int mails, Runnable what) {
      strike = what;
      strikeAt = mails;
    }

    int sent() {
      return sent.get();
    }

    void kill() {
      process.destroyForcibly();
    }

    void signal(String name) {
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

    void stop() throws InterruptedException {
      process.destroy();
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("%s", said()).isTrue();
    }

    String said() {
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
}
