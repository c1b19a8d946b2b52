package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.digests.Edition;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.ledger.PlannedBatch;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.smtp.ScriptedRelay;
import dev.offprint.smtp.ScriptedRelay.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The daemon as a process of its own, ended at random instants of a run and started again, and what
 * arrived counted at the relay.
 */
class KilledDaemonTest {
  private static final int CONNECTIONS = 4;
  private static final int ANSWERS_A_MESSAGE = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (<\\S+>)\r?$");

  private final Random random = new Random(5);
  private final List<String> received = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> distinct = ConcurrentHashMap.newKeySet();
  private final AtomicInteger answersLeft = new AtomicInteger(Integer.MAX_VALUE);
  private volatile CountDownLatch struck = new CountDownLatch(1);
  private volatile Runnable strike = () -> {};
  private volatile int awaited;

  @TempDir Path data;

  private @Nullable String script(Point point, int connection, String line) {
    if (point == Point.END) {
      Matcher id = MESSAGE_ID.matcher(line);
      assertThat(id.find()).isTrue();
      received.add(id.group(1));
      distinct.add(id.group(1));
    }
    if (point == Point.MAIL || point == Point.RCPT || point == Point.DATA || point == Point.END) {
      boolean all = point == Point.END && distinct.size() == awaited;
      if (answersLeft.decrementAndGet() == 0 || all) {
        strike.run();
        struck.countDown();
      }
    }
    return null;
  }

  @Test
  void killedAFewTimesItLosesNoneAndRepeatsAtMostOneForEachConnection() throws Exception {
    assertThat(endedAtRandom(400, 4, Process::destroyForcibly)).isLessThanOrEqualTo(CONNECTIONS);
  }

  @Test
  void killedWhileItPlansAndSendsItLosesNoneAndRepeatsAtMostOneForEachConnection()
      throws Exception {
    assertThat(endedAtRandom(600, 3, Process::destroyForcibly, this::due))
        .isLessThanOrEqualTo(CONNECTIONS);
  }

  @Test
  @Tag("real")
  void killedFifteenTimesWhileItPlansAndSendsThreeThousandItLosesNone() throws Exception {
    assertThat(endedAtRandom(3_000, 15, Process::destroyForcibly, this::due))
        .isLessThanOrEqualTo(CONNECTIONS);
  }

  @Test
  void toldToStopItLosesNoneAndRepeatsNone() throws Exception {
    assertThat(endedAtRandom(300, 2, Process::destroy)).isZero();
  }

  @Test
  @Tag("real")
  void killedFiftyTimesInTenThousandEditionsItLosesNoneAndRepeatsAtMostOneForEachConnection()
      throws Exception {
    assertThat(endedAtRandom(10_000, 50, Process::destroyForcibly))
        .isLessThanOrEqualTo(CONNECTIONS);
  }

  @Test
  @Tag("real")
  void toldToStopTenTimesInTwoThousandEditionsItLosesNoneAndRepeatsNone() throws Exception {
    assertThat(endedAtRandom(2_000, 10, Process::destroy)).isZero();
  }

  private int endedAtRandom(int editions, int ends, java.util.function.Consumer<Process> ending)
      throws Exception {
    return endedAtRandom(editions, ends, ending, this::plan);
  }

  /**
   * Returns the most messages that one life repeated of those before it.
   *
   * @param beginning has so many editions planned, or due to be
   */
  private int endedAtRandom(
      int editions, int ends, java.util.function.Consumer<Process> ending, IntConsumer beginning)
      throws Exception {
    beginning.accept(editions);
    awaited = editions;
    int most = 0;
    try (ScriptedRelay relay = new ScriptedRelay(this::script)) {
      for (int end = 0; end <= ends; end++) {
        Set<String> before = Set.copyOf(distinct);
        if (before.size() == editions && isSettled(editions)) {
          break;
        }
        int already = received.size();
        int left = Math.max(1, editions - before.size()) * ANSWERS_A_MESSAGE;
        boolean last = end == ends;
        answersLeft.set(
            last
                ? Integer.MAX_VALUE
                : 1 + random.nextInt(Math.max(1, 2 * left / (ends - end + 1))));
        live(relay.port(), ending, last);

        List<String> thisLife = List.copyOf(received).subList(already, received.size());
        assertThat(thisLife).doesNotHaveDuplicates();
        most = Math.max(most, (int) thisLife.stream().filter(before::contains).count());
      }
    }
    Set<String> planned;
    try (Database database = OutboxFixture.h2File(data)) {
      var deliveries = OutboxFixture.ledger(database).deliveries();
      assertThat(deliveries.counts()).containsEntry(Status.SENT, editions);
      planned =
          deliveries.list(null, null).stream().map(Delivery::messageId).collect(Collectors.toSet());
    }
    assertThat(distinct).isEqualTo(planned);
    System.out.printf(
        "%,d editions, ended %d times: %,d arrived, %d of them again, at most %d in one life%n",
        editions, ends, planned.size(), received.size() - planned.size(), most);
    return most;
  }

  private boolean isSettled(int editions) {
    try (Database database = OutboxFixture.h2File(data)) {
      return OutboxFixture.ledger(database).deliveries().counts().getOrDefault(Status.SENT, 0)
          == editions;
    }
  }

  /** Everybody is due, and the daemon plans for them. */
  private void due(int editions) {
    try (Database database = OutboxFixture.h2File(data)) {
      OutboxFixture.fill(database, editions);
      Instant minuteAgo = Instant.now().minusSeconds(60);
      LocalDate day = LocalDate.ofInstant(minuteAgo, ZoneOffset.UTC);
      database
          .jdbi()
          .useHandle(
              handle -> {
                handle
                    .createUpdate(
                        "update subscribers set format = 'TEXT', content = 'TRENDING', days ="
                            + " 'MON,TUE,WED,THU,FRI,SAT,SUN', at_time = :at, next_due = :due")
                    .bind(
                        "at",
                        LocalTime.ofInstant(minuteAgo, ZoneOffset.UTC).withSecond(0).withNano(0))
                    .bind("due", minuteAgo.atOffset(ZoneOffset.UTC))
                    .execute();
                handle
                    .createUpdate(
                        "update papers set announced = :day, earliest = :day, announcements ="
                            + " '0:STATED:' || :day, upvotes = 9")
                    .bind("day", day)
                    .execute();
              });
    }
  }

  private void plan(int editions) {
    try (Database database = OutboxFixture.h2File(data)) {
      OutboxFixture.fill(database, editions);
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "update subscribers set format = 'TEXT', next_due = '2100-01-01 00:00:00Z'"));
      List<Edition> all =
          LongStream.rangeClosed(1, editions)
              .mapToObj(subscriber -> OutboxFixture.edition(subscriber, 1))
              .toList();
      var ledger = OutboxFixture.ledger(database);
      ledger
          .plans()
          .plan(
              new PlannedBatch(OutboxFixture.TODAY, all, Map.of()),
              Delivery.Planning.at(Instant.now()));
    }
  }

  /** One life of the daemon, until it is ended; the last one ends by itself when it is told to. */
  private void live(int port, java.util.function.Consumer<Process> ending, boolean last)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("offprint-daemon", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(OffprintProcess.command(data, "serve")).redirectErrorStream(true);
    builder
        .redirectOutput(log.toFile())
        .environment()
        .putAll(OffprintProcess.daemon(port, CONNECTIONS));
    struck = new CountDownLatch(1);
    Process daemon = builder.start();
    strike = last ? () -> {} : () -> ending.accept(daemon);
    try {
      boolean ended =
          struck.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)
              && (!last || stop(daemon))
              && daemon.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(ended).as("%s", Files.readString(log)).isTrue();
    } finally {
      daemon.destroyForcibly().waitFor();
      Files.delete(log);
    }
  }

  private static boolean stop(Process daemon) {
    daemon.destroy();
    return true;
  }
}
