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
    suppressions = new JdbiSuppressionStore(database.jdbi(), Members.KEY);
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
      asking.add(() -> membership.ask(ADA, WANTED, known -> false));
    }
    assertThat(atOnce(asking).stream().flatMap(Optional::stream).map(Letter::kind))
        .containsExactly(Letter.Purpose.CONFIRMATION);
    assertThat(subscribers.all()).hasSize(1);
  }

  @Test
  void whoConfirmsWhileTheAddressIsSuppressedIsNotActive() throws Exception {
    for (int round = 0; round < 10; round++) {
      long id = membership.ask(ADA, WANTED, known -> true).orElseThrow().subscriberId();
      atOnce(
          List.<Callable<Object>>of(
              () -> membership.confirm(id),
              () -> membership.suppress(new Suppression(ADA, Origin.COMPLAINT, "spam", NOW)),
              () -> membership.confirm(id)));
      // Whoever had left before stays away.
      assertThat(subscribers.find(ADA).orElseThrow().status())
          .isIn(Status.SUPPRESSED, Status.UNSUBSCRIBED);
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
    assertThat(membership.suppression(ADA)).isEmpty();
    membership.leave(id);
    assertThat(membership.suppression(ADA)).isPresent();
    assertThat(membership.erase(id)).contains(new Standings.Erased(ADA, true));
    assertThat(membership.erase(id)).isEmpty();
  }

  private static final EmailAddress NEW = EmailAddress.of("ada@new.example");

  private long moving() {
    membership.add(ADA, WANTED);
    long id = subscribers.find(ADA).orElseThrow().id();
    assertThat(membership.askToMove(id, NEW, known -> true))
        .extracting(Letter::kind)
        .containsExactly(Letter.Purpose.CONFIRMATION, Letter.Purpose.MOVE);
    return id;
  }

  private Outcome confirmNew() {
    return membership.confirm(subscribers.find(NEW).orElseThrow().id());
  }

  @Test
  void aNewAddressTakesTheSubscriberOverAndNothingIsLost() {
    long id = moving();
    membership.pause(id, null);
    assertThat(confirmNew()).isInstanceOf(Outcome.Moved.class);
    Subscriber moved = subscribers.find(NEW).orElseThrow();
    assertThat(moved.id()).isEqualTo(id);
    assertThat(moved.status()).isEqualTo(Status.PAUSED);
    assertThat(subscribers.all()).containsExactly(moved);
    assertThat(subscribers.isMovedSince(id, NOW.minusSeconds(1))).isTrue();
    assertThat(subscribers.isMovedSince(id, NOW)).isFalse();
  }

  @Test
  void theOwnerOfTheNewAddressHadLeftOnceAndAgreesNow() {
    membership.suppress(new Suppression(NEW, Origin.UNSUBSCRIBE, "", NOW));
    moving();
    confirmNew();
    assertThat(suppressions.all()).isEmpty();
  }

  @Test
  void whoLeavesOrIsSuppressedMeanwhileIsNotMoved() {
    long id = moving();
    membership.leave(id);
    assertThat(confirmNew()).isInstanceOf(Outcome.Refused.class);
    membership.vouch(id);
    membership.suppress(new Suppression(ADA, Origin.COMPLAINT, "spam", NOW));
    assertThat(confirmNew()).isInstanceOf(Outcome.Barred.class);
    assertThat(subscribers.find(ADA).orElseThrow().id()).isEqualTo(id);
    assertThat(subscribers.find(NEW).orElseThrow().status()).isEqualTo(Status.PENDING);
  }

  @Test
  void anAddressThatIsSomebodysOrBarredIsNotAskedFor() {
    membership.add(ADA, WANTED);
    membership.add(NEW, WANTED);
    long id = subscribers.find(ADA).orElseThrow().id();
    assertThat(membership.askToMove(id, NEW, known -> true)).isEmpty();
    assertThat(membership.askToMove(id, ADA, known -> true)).isEmpty();
    EmailAddress barred = EmailAddress.of("barred@new.example");
    membership.suppress(new Suppression(barred, Origin.COMPLAINT, "spam", NOW));
    assertThat(membership.askToMove(id, barred, known -> true)).isEmpty();
    assertThat(subscribers.all()).hasSize(2);
  }

  @Test
  void whoIsErasedTakesTheNewAddressAlong() {
    long id = moving();
    membership.erase(id);
    assertThat(subscribers.all()).isEmpty();
  }

  /** Their link still makes the address the subscriber's who asked for it. */
  @Test
  void whoFillsInTheFormWithAnAddressThatIsBeingMovedToChangesNothing() {
    long id = moving();
    membership.ask(NEW, WANTED, known -> true);
    assertThat(confirmNew()).isInstanceOf(Outcome.Moved.class);
    assertThat(subscribers.find(NEW).orElseThrow().id()).isEqualTo(id);
  }
}
