package dev.offprint.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.NodeShare;
import dev.offprint.db.TestDatabase;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Subscriber.Status;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a subscriber store promises, on every database. */
@ParameterizedClass
@EnumSource
class JdbiSubscriberStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-24T06:30:00.123456Z");
  private static final EmailAddress ADA = EmailAddress.of("Ada@example.org");

  private final List<String> statements = new ArrayList<>();
  private final Database database;
  private final Jdbi jdbi;
  private final SubscriberStore store;
  private final Members members;

  JdbiSubscriberStoreTest(TestDatabase kind) {
    database = kind.fresh();
    jdbi = database.jdbi();
    jdbi.setSqlLogger(
        new SqlLogger() {
          @Override
          public void logBeforeExecution(StatementContext context) {
            statements.add(context.getRenderedSql());
          }
        });
    store = new JdbiSubscriberStore(jdbi);
    members = Members.of(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Preferences preferences(Content content, String... interests) {
    return new Preferences(
        content,
        Stream.of(interests).map(Interest::new).toList(),
        10,
        new Timing(LocalTime.of(7, 0), ZoneId.of("Europe/Oslo"), Timing.DAILY),
        Format.HTML);
  }

  private Subscriber add(String address, Status status) {
    return members
        .add(EmailAddress.of(address), status, preferences(Content.TRENDING), NOW)
        .orElseThrow();
  }

  @Test
  void activeSubscribersAreInTheOrderInWhichTheySignedUp() {
    long zoe = add("zoe@example.org", Status.ACTIVE).id();
    add("paused@example.org", Status.PAUSED);
    add("pending@example.org", Status.PENDING);
    long ada = add("ada@example.org", Status.ACTIVE).id();
    statements.clear();
    assertThat(store.activeAfter(0)).contains(zoe);
    assertThat(store.activeAfter(1)).contains(ada);
    assertThat(store.activeAfter(2)).isEmpty();
    assertThat(store.activeAfter(Integer.MAX_VALUE)).isEmpty();
    assertThat(store.activeBefore(zoe)).isZero();
    assertThat(store.activeBefore(ada)).isEqualTo(1);
    assertThat(store.activeBefore(Long.MAX_VALUE)).isEqualTo(2);
    assertThat(statements).hasSize(7);
  }

  @Test
  void aSubscriberIsFoundAsAdded() {
    Preferences wanted =
        new Preferences(
            Content.BOTH,
            List.of(
                new Interest("mixture of experts"), new Interest("\"b\" -c"), new Interest("a")),
            50,
            new Timing(
                LocalTime.of(23, 59),
                ZoneId.of("America/Argentina/ComodRivadavia"),
                Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY)),
            Format.TEXT);
    Subscriber added = members.add(ADA, Status.PAUSED, wanted, NOW).orElseThrow();
    assertThat(added.preferences()).isEqualTo(wanted);
    assertThat(added.createdAt()).isEqualTo(NOW);
    assertThat(added.nextDue()).isEqualTo(wanted.timing().nextAfter(NOW));
    assertThat(store.find(added.id())).contains(added);
    assertThat(store.find(ADA)).contains(added);
    assertThat(store.all()).containsExactly(added);
  }

  @Test
  void aRecipientIsWhatFindAndTheSuppressionsSay() {
    Subscriber ada = members.add(ADA, Status.ACTIVE, preferences(Content.BOTH, "x"), NOW).get();
    assertThat(store.recipient(-1)).isEmpty();
    assertThat(store.recipient(ada.id())).contains(new Recipient(ada, false));

    suppress(ADA, "UNSUBSCRIBE");
    assertThat(store.recipient(ada.id())).contains(new Recipient(ada, false));
    suppress(ADA, "BOUNCE");
    assertThat(store.recipient(ada.id())).contains(new Recipient(ada, true));
    assertThat(store.isSuppressed(ADA)).isTrue();
  }

  private void suppress(EmailAddress address, String origin) {
    jdbi.useHandle(
        handle -> {
          handle.execute("delete from suppressions where address_key = ?", address.key());
          handle.execute(
              "insert into suppressions (address_key, address, reason, origin, created_at)"
                  + " values (?, ?, 'so it is', ?, current_timestamp)",
              address.key(),
              address.toString(),
              origin);
        });
  }

  @Test
  void addressesAreFoundByTheirIds() {
    Subscriber ada = members.add(ADA, Status.ACTIVE, preferences(Content.BOTH, "x"), NOW).get();

    assertThat(store.addresses(List.of(ada.id(), -1L))).isEqualTo(Map.of(ada.id(), ADA));
    assertThat(store.addresses(List.of())).isEmpty();
  }

  @Test
  void anAddressIsOneSubscriberHoweverItIsTyped() {
    Subscriber ada = members.add(ADA, Status.ACTIVE, preferences(Content.BOTH, "x"), NOW).get();
    EmailAddress again = EmailAddress.of(" aDA@EXAMPLE.org");
    assertThat(members.add(again, Status.PENDING, preferences(Content.TRENDING), NOW)).isEmpty();
    assertThat(store.find(again)).contains(ada);
    assertThat(store.all()).containsExactly(ada);
  }

  @Test
  void ofManyWhoAddAnAddressAtOnceOneWins() throws Exception {
    List<Callable<Optional<Subscriber>>> adding =
        IntStream.range(0, 16)
            .<Callable<Optional<Subscriber>>>mapToObj(
                i ->
                    () -> members.add(ADA, Status.PENDING, preferences(Content.BOTH, "a" + i), NOW))
            .toList();
    List<Subscriber> winners = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Optional<Subscriber>> added : threads.invokeAll(adding)) {
        added.get().ifPresent(winners::add);
      }
    }
    assertThat(winners).hasSize(1);
    assertThat(store.all()).isEqualTo(winners);
  }

  @Test
  void whoIsUnknownIsNotFound() {
    assertThat(store.find(ADA)).isEmpty();
    assertThat(store.find(-1)).isEmpty();
    members.setStatus(-1, Status.ACTIVE, NOW);
    members.setPreferences(-1, preferences(Content.BOTH, "x"), NOW);
    store.setDueAgain(
        List.of(new Subscriber(-1, ADA, Status.ACTIVE, preferences(Content.BOTH, "x"), NOW, NOW)),
        NOW);
    assertThat(store.all()).isEmpty();
  }

  @Test
  void everySubscriberIsListedByAddress() {
    add("c@example.org", Status.ACTIVE);
    add("A@example.org", Status.UNSUBSCRIBED);
    add("b@example.org", Status.PENDING);
    assertThat(store.all())
        .extracting(subscriber -> subscriber.address().toString())
        .containsExactly("A@example.org", "b@example.org", "c@example.org");
  }

  @Test
  void whenInterestsWereWrittenIsNotMovedByOtherPreferences() {
    Preferences written = preferences(Content.BOTH, "robots");
    long id = members.add(ADA, Status.ACTIVE, written, NOW).orElseThrow().id();

    members.setPreferences(
        id,
        new Preferences(written.content(), written.interests(), 3, written.timing(), Format.TEXT),
        NOW.plusSeconds(10));

    assertThat(store.hasChangedInterests(id, NOW)).isFalse();
    assertThat(store.hasChangedInterests(id, NOW.minusSeconds(1))).isTrue();
    members.setPreferences(id, preferences(Content.BOTH, "galaxies"), NOW.plusSeconds(20));
    assertThat(store.hasChangedInterests(id, NOW.plusSeconds(10))).isTrue();
    assertThat(store.interestsWritten(NOW.plusSeconds(20)))
        .containsExactly(new Interest("galaxies"));
  }

  @Test
  void aLimitCountsSubscribersAndNotInterests() {
    for (int i = 0; i < 5; i++) {
      Subscriber added =
          members
              .add(
                  EmailAddress.of(i + "@example.org"),
                  Status.ACTIVE,
                  preferences(Content.BOTH, "a", "b", "c"),
                  NOW)
              .orElseThrow();
      Members.setNextDue(database, added.id(), NOW);
    }
    assertThat(store.due(NOW, NodeShare.WHOLE).next(3))
        .hasSize(3)
        .allSatisfy(due -> assertThat(due.preferences().interests()).hasSize(3));
  }

  @Test
  void howeverManyThereAreOneQueryReadsThem() {
    for (int i = 0; i < 50; i++) {
      members.add(
          EmailAddress.of(i + "@example.org"),
          Status.ACTIVE,
          preferences(Content.BOTH, "a", "b"),
          NOW);
    }
    statements.clear();
    assertThat(store.all()).hasSize(50);
    assertThat(store.due(NOW.plusSeconds(86_400), NodeShare.WHOLE).next(50)).hasSize(50);
    assertThat(statements).hasSize(2);
  }

  @Test
  void newPreferencesReplaceTheOldAndMoveTheNextEdition() {
    Subscriber ada =
        members.add(ADA, Status.ACTIVE, preferences(Content.BOTH, "x", "y"), NOW).get();
    Preferences wanted =
        new Preferences(
            Content.MATCHING,
            List.of(new Interest("z")),
            3,
            new Timing(LocalTime.of(18, 0), ZoneId.of("Asia/Tokyo"), Set.of(DayOfWeek.FRIDAY)),
            Format.TEXT);
    members.setPreferences(ada.id(), wanted, NOW);
    assertThat(store.find(ada.id()))
        .contains(
            new Subscriber(
                ada.id(), ADA, Status.ACTIVE, wanted, NOW, Instant.parse("2026-11-27T09:00:00Z")));
  }

  @Test
  void aSuppressedAddressIsKnownInEverySpelling() {
    assertThat(store.isSuppressed(ADA)).isFalse();
    jdbi.useHandle(
        handle ->
            handle.execute(
                "insert into suppressions (address_key, address, reason, created_at)"
                    + " values (?, ?, 'bounced', current_timestamp)",
                ADA.key(),
                ADA.toString()));
    assertThat(store.isSuppressed(EmailAddress.of("ADA@EXAMPLE.ORG"))).isTrue();
  }

  @Test
  void aRowThatCannotBeReadIsLeftOutAndTheOthersGoOn() {
    Subscriber ada = add("ada@example.org", Status.ACTIVE);
    Subscriber bob = add("bob@example.org", Status.ACTIVE);
    jdbi.useHandle(
        handle ->
            handle.execute("update subscribers set zone = 'Middle/Earth' where id = ?", ada.id()));
    assertThat(store.all()).containsExactly(bob);
  }

  private void counts(String what, Runnable change) {
    long before = store.changes();
    change.run();
    assertThat(store.changes()).as(what).isGreaterThan(before);
  }

  @Test
  void whateverDecidesWhoIsMailedAndHowIsCounted() {
    Membership membership = Members.membership(database, () -> NOW);
    counts("add", () -> add("ada@example.org", Status.ACTIVE));
    long ada = store.find(ADA).orElseThrow().id();
    counts(
        "pause", () -> membership.pause(ada, NOW.atZone(ZoneOffset.UTC).toLocalDate().plusDays(2)));
    counts("the end of a pause", () -> store.endPauses(NOW.plus(Duration.ofDays(4))));
    counts("preferences", () -> membership.setPreferences(ada, preferences(Content.BOTH, "glue")));
    counts("leave", () -> membership.leave(ada));
    counts(
        "suppress",
        () ->
            members.suppress(
                new Suppression(ADA, Suppression.Origin.OPERATOR, "asked by letter", NOW)));
    counts("lift", () -> membership.lift(ADA));
    counts("erase", () -> membership.erase(ada));
    add("eve@example.org", Status.PENDING);
    counts(
        "unconfirmed",
        () -> membership.eraseUnconfirmed(NOW.plusSeconds(1), (since, ids) -> Set.of()));
    add("kim@example.org", Status.UNSUBSCRIBED);
    counts("forget", () -> membership.forgetWhoLeft(NOW.plusSeconds(1), ids -> Map.of()));
  }

  @Test
  void whenSomebodyIsDueIsNoChangeOfARecipient() {
    Subscriber ada = add("ada@example.org", Status.ACTIVE);
    long before = store.changes();
    store.setDueAgain(List.of(ada), NOW.plusSeconds(60));
    store.correctNextDue(NOW);
    store.recipient(ada.id());
    assertThat(store.changes()).isEqualTo(before);
  }

  @Test
  void manyRecipientsAreReadAsOneIs() {
    Subscriber ada = add("ada@example.org", Status.ACTIVE);
    Subscriber eve = add("eve@example.org", Status.PAUSED);
    members.suppress(new Suppression(eve.address(), Suppression.Origin.OPERATOR, "asked", NOW));
    assertThat(store.recipients(List.of(ada.id(), eve.id(), 9999L)))
        .isEqualTo(
            Map.of(
                ada.id(), store.recipient(ada.id()).orElseThrow(),
                eve.id(), store.recipient(eve.id()).orElseThrow()));
    assertThat(store.recipients(List.of())).isEmpty();
  }
}
