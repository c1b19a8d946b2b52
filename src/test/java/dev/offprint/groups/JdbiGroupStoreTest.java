package dev.offprint.groups;

import static dev.offprint.groups.GroupTest.group;
import static dev.offprint.groups.GroupTest.wanting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Letter;
import dev.offprint.subscribers.Letter.Purpose;
import dev.offprint.subscribers.Members;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.Outcome;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What groups promise, on every database, together with the rules of membership. */
@ParameterizedClass
@EnumSource
class JdbiGroupStoreTest {
  private static final EmailAddress ADA = EmailAddress.of("ada@example.org");

  private final Database database;
  private final GroupStore groups;
  private final Members members;
  private final Membership membership;
  private Instant now = Instant.parse("2026-11-24T06:30:00Z");

  JdbiGroupStoreTest(TestDatabase kind) {
    database = kind.fresh();
    groups = new JdbiGroupStore(database.jdbi());
    members = Members.of(database);
    membership = Members.membership(database, () -> now);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Group added(Group group) {
    return groups.add(group, now).orElseThrow();
  }

  private Subscriber subscriber(Status status) {
    return members.add(ADA, status, wanting(Content.TRENDING), now).orElseThrow();
  }

  private Optional<Letter> ask(Group group) {
    return membership.ask(ADA, wanting(Content.MATCHING), OptionalLong.of(group.id()), id -> true);
  }

  @Test
  void aGroupIsKeptAsItIs() {
    Group lab = added(group("Vision Lab", true, "graphs", "\"exact phrase\" ~strict"));
    assertThat(groups.all()).containsExactly(lab);
    assertThat(groups.find("VISION lab")).contains(lab);
    assertThat(groups.find("vision-lab")).contains(lab);
    Group changed =
        new Group(
            lab.id(),
            lab.slug(),
            "Image Lab",
            Group.Access.CLOSED,
            false,
            wanting(Content.TRENDING));
    assertThat(groups.keep(changed, now)).isTrue();
    assertThat(groups.find("Image Lab")).contains(changed);
  }

  @Test
  void noTwoHaveANameOrAnAddress() {
    Group lab = added(group("Vision Lab", false));
    assertThat(groups.add(group("vision LAB", false), now)).isEmpty();
    assertThat(groups.add(group("Vision-Lab", false), now)).isEmpty();
    Group other = added(group("Other", false));
    assertThat(
            groups.keep(
                new Group(
                    other.id(), "other", "Vision Lab", other.access(), false, other.preferences()),
                now))
        .isFalse();
    assertThat(groups.all()).containsExactly(other, lab);
  }

  @Test
  void whoIsErasedIsInNoGroupAndWhoseGroupIsRemovedStays() {
    Group lab = added(group("Lab", false, "graphs"));
    Subscriber ada = subscriber(Status.ACTIVE);
    assertThat(groups.join(ada.id(), lab.id(), now)).isTrue();
    assertThat(groups.join(ada.id(), lab.id(), now)).isFalse();
    assertThat(groups.sizes()).isEqualTo(Map.of(lab.id(), 1));
    groups.remove(lab.id());
    assertThat(groups.of(ada.id())).isEmpty();
    Group again = added(group("Lab", false, "graphs"));
    groups.join(ada.id(), again.id(), now);
    membership.erase(ada.id());
    assertThat(groups.members(again.id())).isEmpty();
  }

  @Test
  void manyAreReadTogetherAndLeaveAlone() {
    Group lab = added(group("Lab", false, "graphs"));
    Group course = added(group("Course", true, "trees"));
    Subscriber ada = subscriber(Status.ACTIVE);
    groups.join(ada.id(), lab.id(), now);
    groups.join(ada.id(), course.id(), now);
    assertThat(groups.of(List.of(ada.id(), 99L))).isEqualTo(Map.of(ada.id(), List.of(course, lab)));
    assertThat(groups.shared(List.of(ada.id())))
        .isEqualTo(Map.of(ada.id(), Shared.of(List.of(course))));
    assertThat(groups.leave(ada.id(), course.id())).isTrue();
    assertThat(groups.leave(ada.id(), course.id())).isFalse();
    assertThat(groups.of(ada.id())).containsExactly(lab);
  }

  @Test
  void whoIsNewIsAMemberOnceTheyConfirm() {
    Group lab = added(group("Lab", false, "graphs"));
    Letter letter = ask(lab).orElseThrow();
    assertThat(letter.kind()).isEqualTo(Purpose.CONFIRMATION);
    assertThat(groups.asked(letter.subscriberId())).contains(lab);
    assertThat(groups.of(letter.subscriberId())).isEmpty();
    assertThat(membership.confirm(letter.subscriberId())).isInstanceOf(Outcome.Done.class);
    assertThat(groups.of(letter.subscriberId())).containsExactly(lab);
    assertThat(groups.asked(letter.subscriberId())).isEmpty();
  }

  @Test
  void ofASubscriberNothingChangesButTheGroupOnceTheyConfirm() {
    Group lab = added(group("Lab", false, "graphs"));
    for (Status status : List.of(Status.ACTIVE, Status.PAUSED)) {
      Subscriber ada = subscriber(status);
      assertThat(ask(lab)).contains(new Letter(Purpose.CONFIRMATION, ada.id()));
      assertThat(groups.of(ada.id())).isEmpty();
      assertThat(membership.confirm(ada.id())).isEqualTo(new Outcome.Joined(ada));
      assertThat(groups.of(ada.id())).containsExactly(lab);
      // As anybody who is subscribed already.
      assertThat(ask(lab)).contains(new Letter(Purpose.LINK, ada.id()));
      membership.erase(ada.id());
    }
  }

  @Test
  void whoLeftComesBackAsAMemberOnceTheyConfirm() {
    Group lab = added(group("Lab", false, "graphs"));
    Subscriber ada = subscriber(Status.ACTIVE);
    membership.leave(ada.id());
    assertThat(ask(lab)).contains(new Letter(Purpose.CONFIRMATION, ada.id()));
    assertThat(groups.of(ada.id())).isEmpty();
    assertThat(membership.confirm(ada.id())).isInstanceOf(Outcome.Done.class);
    assertThat(groups.of(ada.id())).containsExactly(lab);
  }

  @Test
  void whoLeavesForgetsWhichGroupTheyWereAskedToJoin() {
    Group lab = added(group("Lab", false, "graphs"));
    Subscriber ada = subscriber(Status.ACTIVE);
    ask(lab);
    membership.leave(ada.id());
    assertThat(groups.asked(ada.id())).isEmpty();
    assertThat(membership.confirm(ada.id())).isInstanceOf(Outcome.Refused.class);
    assertThat(groups.of(ada.id())).isEmpty();
  }

  @Test
  void theLastMailIsWhatCounts() {
    Group lab = added(group("Lab", false, "graphs"));
    Group course = added(group("Course", false, "trees"));
    long ada = ask(lab).orElseThrow().subscriberId();
    ask(course);
    assertThat(groups.asked(ada)).contains(course);
    membership.ask(ADA, wanting(Content.TRENDING), id -> true);
    assertThat(groups.asked(ada)).isEmpty();
    membership.confirm(ada);
    assertThat(groups.of(ada)).isEmpty();
  }

  @Test
  void whoIsNotAskedOnceMoreIsStillAskedAboutTheFirstGroup() {
    Group lab = added(group("Lab", false, "graphs"));
    Group course = added(group("Course", false, "trees"));
    Subscriber ada = subscriber(Status.ACTIVE);
    ask(lab);
    assertThat(
            membership.ask(
                ADA, wanting(Content.TRENDING), OptionalLong.of(course.id()), id -> false))
        .isEmpty();
    assertThat(groups.asked(ada.id())).contains(lab);
  }

  @Test
  void nobodyJoinsByALinkThatIsTooOld() {
    Group lab = added(group("Lab", false, "graphs"));
    Subscriber ada = subscriber(Status.ACTIVE);
    ask(lab);
    now = now.plus(Duration.ofDays(8));
    assertThat(membership.confirm(ada.id())).isInstanceOf(Outcome.Already.class);
    assertThat(groups.of(ada.id())).isEmpty();
  }

  @Test
  void aSuppressedAddressIsAskedNothing() {
    Group lab = added(group("Lab", false, "graphs"));
    Subscriber ada = subscriber(Status.ACTIVE);
    ask(lab);
    membership.suppress(
        new dev.offprint.subscribers.Suppression(
            ADA, dev.offprint.subscribers.Suppression.Origin.COMPLAINT, "spam", now));
    assertThat(membership.confirm(ada.id())).isInstanceOf(Outcome.Barred.class);
    assertThat(groups.of(ada.id())).isEmpty();
    assertThat(ask(lab)).isEmpty();
  }

  @Test
  void oneEditionForAllTakesThePlaceOfAnother() {
    Group first = added(group("First", true, "graphs"));
    Group second = added(group("Second", true, "trees"));
    Group lab = added(group("Lab", false, "speech"));
    Subscriber ada = subscriber(Status.ACTIVE);
    groups.join(ada.id(), first.id(), now);
    groups.join(ada.id(), lab.id(), now);
    assertThat(groups.of(ada.id())).containsExactly(first, lab);
    ask(second);
    membership.confirm(ada.id());
    assertThat(groups.of(ada.id())).containsExactly(lab, second);
  }

  @Test
  void aGroupThatCannotBeReadIsLeftOut() {
    Group lab = added(group("Lab", false, "graphs"));
    Group broken = added(group("Broken", false, "trees"));
    Subscriber ada = subscriber(Status.ACTIVE);
    groups.join(ada.id(), lab.id(), now);
    groups.join(ada.id(), broken.id(), now);
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update reader_groups set zone = 'Nowhere/Land' where id = ?", broken.id()));
    assertThat(groups.of(ada.id())).containsExactly(lab);
  }

  @Test
  void newInterestsAreFoundBeforeTheyAreNeeded() {
    added(group("Lab", false, "graphs"));
    Instant later = now.plusSeconds(60);
    assertThat(groups.interestsWritten(later)).isEmpty();
    Group course = groups.add(group("Course", false, "trees", "forests"), later).orElseThrow();
    assertThat(groups.interestsWritten(later))
        .containsExactlyInAnyOrder(new Interest("trees"), new Interest("forests"));
    groups.keep(course.with(wanting(Content.BOTH, "leaves")), later.plusSeconds(60));
    assertThat(groups.interestsWritten(later.plusSeconds(60)))
        .containsExactly(new Interest("leaves"));
  }
}
