package dev.offprint.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.Suppression.Origin;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of a decision when others decide at the same time, or a row is broken. */
@ParameterizedClass
@EnumSource
class MembershipTest {
  private static final Instant NOW = Instant.parse("2026-11-24T06:30:00Z");
  private static final EmailAddress ADA = EmailAddress.of("ada@example.org");
  private static final Preferences WANTED =
      new Preferences(
          Preferences.Content.TRENDING,
          List.of(),
          10,
          Timing.usual(ZoneOffset.UTC),
          Preferences.Format.HTML);

  private final Database database;
  private final SubscriberStore subscribers;
  private final SuppressionStore suppressions;
  private final Membership membership;

  MembershipTest(TestDatabase kind) {
    database = kind.fresh();
    subscribers = new JdbiSubscriberStore(database.jdbi());
    suppressions = new JdbiSuppressionStore(database.jdbi());
    membership = Members.membership(database, () -> NOW);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
    List<T> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
      for (Future<T> each : threads.invokeAll(tasks)) {
        answers.add(each.get());
      }
    }
    return answers;
  }

  @Test
  void ofManyWhoAskAtOnceOneIsTheFirst() throws Exception {
    List<Callable<Optional<Letter>>> asking = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      asking.add(() -> membership.ask(ADA, WANTED));
    }
    assertThat(atOnce(asking).stream().map(letter -> letter.orElseThrow().kind()))
        .containsOnlyOnce(Letter.Kind.CONFIRMATION)
        .hasSize(8);
    assertThat(subscribers.all()).hasSize(1);
  }

  @Test
  void whoConfirmsWhileTheAddressIsSuppressedIsNotActive() throws Exception {
    for (int round = 0; round < 10; round++) {
      long id = membership.ask(ADA, WANTED).orElseThrow().subscriberId();
      atOnce(
          List.<Callable<Object>>of(
              () -> membership.confirm(id),
              () -> membership.suppress(new Suppression(ADA, Origin.COMPLAINT, "spam", NOW)),
              () -> membership.confirm(id)));
      assertThat(subscribers.find(ADA).orElseThrow().status()).isEqualTo(Status.SUPPRESSED);
      assertThat(suppressions.find(ADA).map(Suppression::origin)).contains(Origin.COMPLAINT);
      membership.lift(ADA);
      membership.leave(id);
    }
  }

  @Test
  void whoLeavesWhileTheirPreferencesAreChangedHasLeft() throws Exception {
    membership.add(ADA, WANTED);
    long id = subscribers.find(ADA).orElseThrow().id();
    for (int round = 0; round < 10; round++) {
      atOnce(
          List.<Callable<Object>>of(
              () -> membership.setPreferences(id, WANTED),
              () -> membership.leave(id),
              () -> membership.pause(id, null)));
      assertThat(subscribers.find(ADA).orElseThrow().status()).isEqualTo(Status.UNSUBSCRIBED);
      membership.vouch(id);
    }
  }

  @Test
  void whoseRowCannotBeReadMayLeaveAllTheSame() {
    membership.add(ADA, WANTED);
    long id = subscribers.find(ADA).orElseThrow().id();
    zone("Middle/Earth");
    assertThat(membership.leave(id)).isInstanceOf(Outcome.Unknown.class);
    zone("UTC");
    assertThat(subscribers.find(ADA).orElseThrow().status()).isEqualTo(Status.UNSUBSCRIBED);
  }

  private void zone(String name) {
    database.jdbi().useHandle(handle -> handle.execute("update subscribers set zone = ?", name));
  }

  @Test
  void whoLeftIsSaidToStayKnownWhenErased() {
    membership.add(ADA, WANTED);
    long id = subscribers.find(ADA).orElseThrow().id();
    assertThat(membership.staysKnown(ADA)).isFalse();
    membership.leave(id);
    assertThat(membership.staysKnown(ADA)).isTrue();
    assertThat(membership.erase(id)).contains(new Erased(ADA, true));
    assertThat(membership.erase(id)).isEmpty();
  }
}
