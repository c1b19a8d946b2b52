package dev.offprint.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.config.Security;
import dev.offprint.db.Database;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.ledger.Ledger;
import dev.offprint.sending.Dispatcher;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.sending.OutboxFixture.People;
import dev.offprint.sending.OutboxFixture.TickingClock;
import dev.offprint.sending.RetryRules;
import dev.offprint.smtp.ScriptedRelay.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A relay that misbehaves in every way at random, and editions that have to get through it. */
class FaultyRelayTest {
  private static final int CONNECTIONS = 4;
  private static final int MOST_ON_ONE_CONNECTION = 25;
  private static final Pattern READER = Pattern.compile("<reader(\\d+)@");

  /** What the relay does to one recipient's mail, and what has to come of it. */
  private enum Fate {
    TAKEN(Status.SENT, null, null),
    GREYLISTED_TWICE(Status.SENT, Point.RCPT, "450 4.7.1 greylisted"),
    SLOWED_ONCE(Status.SENT, Point.RCPT, "421 4.7.0 slow down"),
    STORAGE_SHORT_ONCE(Status.SENT, Point.DATA, "452 4.3.1 storage"),
    CUT_BEFORE_DATA_ONCE(Status.SENT, Point.DATA, ScriptedRelay.CUT),
    CUT_INSIDE_ONCE(Status.SENT, Point.INSIDE, ScriptedRelay.CUT),
    CUT_AFTER_DATA_ONCE(Status.SENT, Point.END, ScriptedRelay.CUT),
    LOCAL_ERROR_ONCE(Status.SENT, Point.END, "451 4.3.0 local error"),
    SHUT_DOWN_ONCE(Status.SENT, Point.END, "421 4.3.2 shutting down"),
    SILENT_BEFORE_DATA_ONCE(Status.SENT, Point.DATA, ScriptedRelay.SILENCE),
    SILENT_AFTER_DATA_ONCE(Status.SENT, Point.END, ScriptedRelay.SILENCE),
    UNKNOWN(Status.FAILED, Point.RCPT, "550 5.1.1 no such user"),
    FULL(Status.FAILED, Point.RCPT, "552 5.2.2 over quota"),
    UNWANTED(Status.FAILED, Point.END, "554 5.7.1 unwanted"),
    NEVER_READY(Status.FAILED, Point.RCPT, "450 4.2.0 try later");

    final Status end;
    final @Nullable Point point;
    final @Nullable String answer;

    Fate(Status end, @Nullable Point point, @Nullable String answer) {
      this.end = end;
      this.point = point;
      this.answer = answer;
    }

    boolean strikes(int times) {
      return end == Status.FAILED || times <= (this == GREYLISTED_TWICE ? 2 : 1);
    }
  }

  private final Random random = new Random(20261124);
  private final Map<Long, Fate> fates = new ConcurrentHashMap<>();
  private final Map<Long, AtomicInteger> strikes = new ConcurrentHashMap<>();
  private final Map<Integer, AtomicInteger> mails = new ConcurrentHashMap<>();
  private final Map<Integer, Long> readers = new ConcurrentHashMap<>();

  private @Nullable String script(Point point, int connection, String line) {
    if (point == Point.GREETING && connection % 67 == 0) {
      return ScriptedRelay.SILENCE;
    }
    if (point == Point.MAIL
        && mails.computeIfAbsent(connection, key -> new AtomicInteger()).incrementAndGet()
            > MOST_ON_ONE_CONNECTION) {
      return "421 4.7.0 too many messages on this connection";
    }
    if (point == Point.GREETING && connection % 7 == 0) {
      return "421 4.3.2 too busy";
    }
    if (point == Point.RCPT) {
      Matcher reader = READER.matcher(line);
      assertThat(reader.find()).isTrue();
      readers.put(connection, Long.valueOf(reader.group(1)));
    }
    Long reader = readers.get(connection);
    Fate fate = reader == null ? Fate.TAKEN : fates.get(reader);
    if (reader == null || fate == null || fate.point != point) {
      return null;
    }
    int times = strikes.computeIfAbsent(reader, key -> new AtomicInteger()).incrementAndGet();
    return fate.strikes(times) ? fate.answer : null;
  }

  @Test
  void everyEditionComesToTheEndThatTheRelaysAnswersGiveIt() throws Exception {
    everyoneGetsWhatTheRelayAllows(200);
  }

  @Test
  @Tag("real")
  void ofThousandsEveryEditionComesToTheEndThatTheRelaysAnswersGiveIt() throws Exception {
    everyoneGetsWhatTheRelayAllows(2_000);
  }

  private void everyoneGetsWhatTheRelayAllows(int editions) throws Exception {
    Fate[] all = Fate.values();
    TickingClock clock = new TickingClock();
    try (Database database = OutboxFixture.h2();
        ScriptedRelay relay = new ScriptedRelay(this::script)) {
      OutboxFixture.fill(database, editions);
      Ledger ledger = OutboxFixture.ledger(database);
      for (long reader = 1; reader <= editions; reader++) {
        fates.put(reader, fate(reader, all));
        OutboxFixture.plan(
            ledger, OutboxFixture.edition(reader, 1, 2), Delivery.Planning.at(clock.instant()));
      }
      drainUntilSettled(ledger, relay, clock);

      for (long reader = 1; reader <= editions; reader++) {
        Delivery delivery = ledger.deliveries().of(reader, 1).getFirst();
        Fate fate = Objects.requireNonNull(fates.get(reader));
        assertThat(delivery.progress().status())
            .as("%s: %s", fate, delivery.progress().reason())
            .isEqualTo(fate.end);
        assertThat(copies(relay, delivery)).as("%s", fate).isEqualTo(expectedCopies(fate));
      }
    }
    assertThat(fates.values()).contains(all);
  }

  /** Each silence is waited out, so there are few. */
  private Fate fate(long reader, Fate[] all) {
    Fate fate = reader <= all.length ? all[(int) reader - 1] : all[random.nextInt(all.length)];
    boolean silent = ScriptedRelay.SILENCE.equals(fate.answer);
    return silent && reader > all.length && random.nextInt(20) > 0 ? Fate.TAKEN : fate;
  }

  private static int expectedCopies(Fate fate) {
    return fate.end == Status.SENT ? 1 : 0;
  }

  private static long copies(ScriptedRelay relay, Delivery delivery) {
    return relay.accepted.stream()
        .filter(message -> message.contains("Message-ID: " + delivery.messageId()))
        .count();
  }

  private void drainUntilSettled(Ledger ledger, ScriptedRelay relay, TickingClock clock) {
    Dispatcher dispatcher =
        new Dispatcher(
            ledger,
            OutboxFixture.composer(new People(), clock),
            SampleMessages.transport(SampleMessages.settings(relay.port(), Security.NONE)),
            new RetryRules(random, Duration.ofHours(24)),
            clock,
            OutboxFixture.node(),
            OutboxFixture.turns(CONNECTIONS));
    Instant latest = clock.instant().plus(Duration.ofHours(25));
    while (ledger.deliveries().nextAttempt().isPresent() && clock.instant().isBefore(latest)) {
      dispatcher.drain();
      clock.tick(Duration.ofMinutes(5));
    }
  }
}
