package dev.offprint.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.JdbiNodes;
import dev.offprint.db.NodeLease;
import dev.offprint.db.TestDatabase;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.ledger.Ledger;
import dev.offprint.ledger.PlannedBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Several nodes send what one ledger says, each edition once. */
@ParameterizedClass
@EnumSource
class SharedLedgerTest {
  private static final int EDITIONS = 600;

  private final Database database;
  private final Ledger ledger;
  private final List<Node> nodes = new ArrayList<>();

  SharedLedgerTest(TestDatabase kind) {
    database = kind.fresh();
    OutboxFixture.fill(database, EDITIONS);
    ledger = OutboxFixture.ledger(database);
  }

  @AfterEach
  void close() {
    nodes.forEach(node -> node.lease.close());
    database.close();
  }

  /** A process that sends, with a clock and a relay of its own. */
  private final class Node {
    private final OutboxFixture.TickingClock clock = new OutboxFixture.TickingClock();
    private final AtomicLong nanoTime = new AtomicLong();
    private final ListedTransport relay = new ListedTransport();
    private final NodeLease lease =
        new NodeLease(new JdbiNodes(database.jdbi()), "host", "1", nanoTime::get);
    private final Dispatcher dispatcher;

    Node() {
      lease.join();
      dispatcher =
          OutboxFixture.dispatcher(
              ledger,
              new OutboxFixture.People(),
              relay,
              clock,
              new LeasedNode(lease, OutboxFixture.node().journal()));
      nodes.add(this);
    }

    /** As when it was frozen, or cut off from the database, for longer than its lease. */
    private void freeze() {
      nanoTime.addAndGet(Duration.ofMinutes(2).toNanos());
      end();
    }

    /** As when it died, and time has passed. */
    private void end() {
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "update nodes set lease_until = timestamp with time zone '2020-01-01"
                          + " 00:00:00+00' where name = ?",
                      lease.name()));
    }
  }

  private void plan(long first, long last) {
    ledger
        .plans()
        .plan(
            new PlannedBatch(
                OutboxFixture.TODAY,
                LongStream.rangeClosed(first, last)
                    .mapToObj(subscriber -> OutboxFixture.edition(subscriber, 1))
                    .toList(),
                Map.of()),
            Delivery.Planning.at(OutboxFixture.MORNING));
  }

  private List<String> received() {
    return nodes.stream().flatMap(node -> node.relay.messageIds().stream()).toList();
  }

  private int count(Status status) {
    return ledger.deliveries().counts().getOrDefault(status, 0);
  }

  @Test
  void threeNodesSendEachEditionOnceWhateverTheirClocksSay() {
    plan(1, EDITIONS);
    new Node();
    new Node();
    new Node().clock.tick(Duration.ofSeconds(90));
    List<CompletableFuture<Void>> sending =
        nodes.stream()
            .map(node -> CompletableFuture.runAsync(() -> node.dispatcher.drain()))
            .toList();
    sending.forEach(CompletableFuture::join);
    nodes.forEach(node -> node.dispatcher.drain());

    assertThat(received()).hasSize(EDITIONS).doesNotHaveDuplicates();
    assertThat(count(Status.SENT)).isEqualTo(EDITIONS);
  }

  @Test
  void whatADeadNodeHadClaimedIsSentByAnother() {
    plan(1, 20);
    Node dead = new Node();
    Node other = new Node();
    assertThat(ledger.claims().claim(dead.lease.name(), OutboxFixture.MORNING, 15)).hasSize(15);
    assertThat(other.dispatcher.drain().sent()).isEqualTo(5);

    dead.end();
    assertThat(other.dispatcher.drain().sent()).isEqualTo(15);
    assertThat(count(Status.SENT)).isEqualTo(20);
  }

  @Test
  void aNodeThatWasFrozenPastItsLeaseSendsNothingThatItHeld() {
    plan(1, 20);
    Node frozen = new Node();
    Node other = new Node();
    AtomicBoolean done = new AtomicBoolean();
    frozen.relay.whileSending =
        message -> {
          if (!done.getAndSet(true)) {
            frozen.freeze();
            other.dispatcher.drain();
          }
        };
    frozen.dispatcher.drain();

    // What was on the wire at that instant is all that others may send as well.
    assertThat(frozen.relay.sent).hasSize(1);
    assertThat(other.relay.sent).hasSize(20);
    assertThat(count(Status.SENT)).isEqualTo(20);
    assertThat(count(Status.SENDING)).isZero();
  }

  @Test
  void aNodeThatWasFrozenGoesOnUnderAnotherNameWithWhatIsDueThen() {
    Node node = new Node();
    String before = node.lease.name();
    node.freeze();
    assertThat(node.lease.isHeld()).isFalse();
    plan(1, 5);
    assertThat(node.dispatcher.drain().sent()).isEqualTo(5);
    assertThat(node.lease.name()).isNotEqualTo(before);
    assertThat(node.lease.isHeld()).isTrue();
  }

  @Test
  void whatIsInHandOfANodeThatWasFrozenIsGivenBack() {
    Node frozen = new Node();
    Node other = new Node();
    frozen.dispatcher.drain();
    frozen
        .dispatcher
        .outbox()
        .plan(
            new PlannedBatch(OutboxFixture.TODAY, List.of(OutboxFixture.edition(1, 1)), Map.of()),
            Delivery.Planning.at(OutboxFixture.MORNING));
    frozen.freeze();
    assertThat(other.dispatcher.drain().sent()).isEqualTo(1);
    assertThat(frozen.dispatcher.drain().isEmpty()).isTrue();
    assertThat(received()).hasSize(1);
  }

  @Test
  void whatASentMailIsIsInTheLedgerBeforeTheNext() {
    plan(1, 3);
    Node node = new Node();
    List<Integer> sent = new ArrayList<>();
    node.relay.whileSending = message -> sent.add(count(Status.SENT));
    node.dispatcher.drain();
    // With two connections one other may be on the wire.
    for (int i = 0; i < sent.size(); i++) {
      assertThat(sent.get(i)).isBetween(i - 1, i);
    }
  }

  @Test
  void whatWasClaimedUnderANameThatNobodyBearsIsSent() {
    plan(1, 4);
    ledger.claims().claim("a folder of before", OutboxFixture.MORNING, 4);
    assertThat(new Node().dispatcher.drain().sent()).isEqualTo(4);
  }

  @Test
  void nodesHaveOneKey() {
    JdbiNodes all = new JdbiNodes(database.jdbi());
    byte[] first = all.agreeOnKey("links", new byte[] {1, 2});
    assertThat(first).containsExactly(1, 2);
    assertThat(all.agreeOnKey("links", new byte[] {3})).containsExactly(1, 2);
  }
}
