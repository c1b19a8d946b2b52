package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.TestDatabase;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.Suppression;
import dev.offprint.subscribers.Suppression.Origin;
import dev.offprint.subscribers.Timing;
import dev.offprint.web.Doors.Door;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every transition from every state, through the pages and through the command line, on every
 * database: what is kept afterwards is the same whichever door somebody came by.
 */
@ParameterizedClass
@EnumSource
class BothDoorsTest {
  private static final Preferences WANTED =
      new Preferences(
          Content.TRENDING,
          List.of(),
          10,
          new Timing(
              LocalTime.of(7, 0),
              ZoneId.of("Europe/Oslo"),
              Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY)),
          Format.HTML);

  private final Doors doors;

  BothDoorsTest(TestDatabase kind, @TempDir Path data) {
    doors = new Doors(kind, data);
  }

  @AfterEach
  void close() {
    doors.close();
  }

  /** How an address may stand before. */
  private enum State {
    ABSENT,
    PENDING,
    ACTIVE,
    PAUSED,
    UNSUBSCRIBED,
    SUPPRESSED,
    /** Nobody has the address, whose owner left once. */
    ERASED,
    /** Nobody has the address, and it must not be mailed. */
    BARRED,
    /** Left first, and complained later. */
    COMPLAINED,
    /** Left, and the operator took that off the suppressions. */
    FORGOTTEN
  }

  /** What is kept of an address. */
  private record Kept(
      @Nullable Status status,
      @Nullable LocalDate pausedUntil,
      @Nullable Preferences preferences,
      @Nullable Instant due,
      @Nullable Origin suppressed) {
    @Override
    public String toString() {
      String word = status == null ? "-" : status.name().toLowerCase(Locale.ROOT);
      return word
          + (pausedUntil == null ? "" : ">" + pausedUntil)
          + (suppressed == null ? "" : "/" + suppressed.name().toLowerCase(Locale.ROOT));
    }
  }

  private void arrange(State state, EmailAddress address) {
    var membership = doors.site.membership;
    switch (state) {
      case ABSENT -> {}
      case BARRED -> membership.suppress(complaint(address));
      case PENDING -> membership.ask(address, WANTED, id -> true);
      default -> membership.add(address, WANTED);
    }
    long id = doors.site.subscribers.find(address).map(Subscriber::id).orElse(0L);
    switch (state) {
      case PAUSED -> membership.pause(id, LocalDate.parse("2026-12-24"));
      case UNSUBSCRIBED, ERASED, COMPLAINED, FORGOTTEN -> membership.leave(id);
      case SUPPRESSED -> membership.suppress(complaint(address));
      default -> {}
    }
    switch (state) {
      case ERASED -> membership.erase(id);
      case COMPLAINED -> membership.suppress(complaint(address));
      case FORGOTTEN -> membership.lift(address);
      default -> {}
    }
  }

  private Suppression complaint(EmailAddress address) {
    return new Suppression(address, Origin.COMPLAINT, "its reader complained", doors.site.now);
  }

  private Kept kept(EmailAddress address) {
    Optional<Subscriber> known = doors.site.subscribers.find(address);
    boolean active = known.filter(found -> found.status() == Status.ACTIVE).isPresent();
    return new Kept(
        known.map(Subscriber::status).orElse(null),
        known.map(Subscriber::pausedUntil).orElse(null),
        known.map(Subscriber::preferences).orElse(null),
        active ? known.get().nextDue() : null,
        doors.site.suppressions.find(address).map(Suppression::origin).orElse(null));
  }

  /**
   * Walks a transition from every state through both doors.
   *
   * @param outcomes what is kept afterwards, in the order of the states
   */
  private void walk(BiConsumer<Door, EmailAddress> transition, String outcomes) {
    List<String> reached = new ArrayList<>();
    for (State state : State.values()) {
      List<Kept> ends = new ArrayList<>();
      for (Door door : doors.both()) {
        EmailAddress address = EmailAddress.of(state + "@" + door + ".example");
        arrange(state, address);
        transition.accept(door, address);
        ends.add(kept(address));
      }
      assertThat(ends.getLast()).as("%s on the command line", state).isEqualTo(ends.getFirst());
      reached.add(state + " " + ends.getFirst());
    }
    Iterator<String> words = Arrays.asList(outcomes.strip().split("\\s+")).iterator();
    List<String> expected = new ArrayList<>();
    for (State state : State.values()) {
      expected.add(state + " " + words.next());
    }
    assertThat(reached).isEqualTo(expected);
  }

  @Test
  void joining() {
    walk(
        Door::join,
        """
        active active active paused>2026-12-24 active suppressed/complaint
        active -/complaint unsubscribed/complaint active
        """);
  }

  @Test
  void becomingActive() {
    walk(
        Door::activate,
        """
        - active active active active suppressed/complaint
        -/unsubscribe -/complaint unsubscribed/complaint active
        """);
  }

  @Test
  void changingPreferences() {
    walk(
        (door, address) -> {
          door.setMaximum(address, 3);
          Optional<Subscriber> known = doors.site.subscribers.find(address);
          known.ifPresent(
              found ->
                  assertThat(found.preferences().maximum())
                      .isEqualTo(found.status() == Status.UNSUBSCRIBED ? 10 : 3));
        },
        """
        - pending active paused>2026-12-24 unsubscribed/unsubscribe suppressed/complaint
        -/unsubscribe -/complaint unsubscribed/complaint unsubscribed
        """);
  }

  @Test
  void changingPreferencesKeepsPapersLikeThoseThatWereChosen() {
    for (Door door : doors.both()) {
      EmailAddress address = EmailAddress.of("feedback@" + door + ".example");
      arrange(State.ACTIVE, address);
      doors.like(address);
      door.setTrending(address);
    }
    assertThat(
            doors.both().stream()
                .map(door -> kept(EmailAddress.of("feedback@" + door + ".example")).preferences())
                .collect(Collectors.toSet()))
        .containsExactly(WANTED.with(Content.BOTH));
  }

  @Test
  void pausingUntilADay() {
    walk(
        (door, address) -> door.pause(address, "2027-01-07"),
        """
        - pending paused>2027-01-07 paused>2027-01-07 unsubscribed/unsubscribe suppressed/complaint
        -/unsubscribe -/complaint unsubscribed/complaint unsubscribed
        """);
  }

  @Test
  void pausingWithoutAnEnd() {
    walk(
        (door, address) -> door.pause(address, ""),
        """
        - pending paused paused unsubscribed/unsubscribe suppressed/complaint
        -/unsubscribe -/complaint unsubscribed/complaint unsubscribed
        """);
  }

  @Test
  void pausingUntilADayThatIsOver() {
    walk(
        (door, address) -> door.pause(address, "2026-11-24"),
        """
        - pending active paused>2026-12-24 unsubscribed/unsubscribe suppressed/complaint
        -/unsubscribe -/complaint unsubscribed/complaint unsubscribed
        """);
  }

  @Test
  void leaving() {
    walk(
        Door::leave,
        """
        - unsubscribed/unsubscribe unsubscribed/unsubscribe unsubscribed/unsubscribe
        unsubscribed/unsubscribe unsubscribed/complaint
        -/unsubscribe -/complaint unsubscribed/complaint unsubscribed/unsubscribe
        """);
  }

  @Test
  void beingErased() {
    walk(
        Door::erase,
        """
        - - - - -/unsubscribe -/complaint
        -/unsubscribe -/complaint -/complaint -
        """);
  }

  @Test
  void complaining() {
    walk(
        Door::complain,
        """
        -/complaint suppressed/complaint suppressed/complaint suppressed/complaint
        unsubscribed/complaint suppressed/complaint
        -/complaint -/complaint unsubscribed/complaint unsubscribed/complaint
        """);
  }

  /** The operator's door alone offers this. */
  @Test
  void liftingASuppression() {
    List<String> reached = new ArrayList<>();
    for (State state : State.values()) {
      EmailAddress address = EmailAddress.of(state + "@lifted.example");
      arrange(state, address);
      doors.command("suppressions", "remove", address.toString());
      reached.add(kept(address).toString());
    }
    assertThat(String.join(" ", reached))
        .isEqualTo(
            "- pending active paused>2026-12-24 unsubscribed paused - - unsubscribed unsubscribed");
  }

  /** The pages alone offer this, by the link in every mail. */
  @Test
  void pausingForAWeek() {
    assertThat(pressed("/pause/"))
        .isEqualTo(
            "- pending paused>2026-12-01 paused>2026-12-24 unsubscribed/unsubscribe"
                + " suppressed/complaint -/unsubscribe -/complaint unsubscribed/complaint"
                + " unsubscribed");
  }

  /** The pages alone offer this, by the link in every mail. */
  @Test
  void choosingOneMailAWeek() {
    assertThat(pressed("/weekly/"))
        .isEqualTo(
            "- pending active paused>2026-12-24 unsubscribed/unsubscribe suppressed/complaint"
                + " -/unsubscribe -/complaint unsubscribed/complaint unsubscribed");
    assertThat(
            doors.site.subscribers.all().stream()
                .filter(found -> found.preferences().timing().isWeekly())
                .map(found -> found.status().name()))
        .containsExactlyInAnyOrder("ACTIVE", "PAUSED");
  }

  /** The pages alone offer this: an address is tried again from which mails came back. */
  @Test
  void havingTheMailboxTriedAgain() {
    EmailAddress rejected = EmailAddress.of("rejected@tried.example");
    arrange(State.ACTIVE, rejected);
    doors.site.membership.suppress(
        new Suppression(rejected, Origin.HARD_BOUNCE, "550 no such mailbox", doors.site.now));
    String link =
        doors.site.link(Purpose.PREFERENCES, doors.site.subscribers.find(rejected).orElseThrow());
    doors.site.post(link + "/try-again");
    assertThat(kept(rejected).toString()).isEqualTo("paused");
    assertThat(pressed("/preferences/", "/try-again"))
        .isEqualTo(
            "- pending active paused>2026-12-24 unsubscribed/unsubscribe suppressed/complaint"
                + " -/unsubscribe -/complaint unsubscribed/complaint unsubscribed");
  }

  private String pressed(String path) {
    return pressed(path, "");
  }

  /** What is kept once the button of a page behind the preferences' token was pressed. */
  private String pressed(String path, String rest) {
    List<String> reached = new ArrayList<>();
    for (State state : State.values()) {
      EmailAddress address = EmailAddress.of(state + "@pressed.example");
      arrange(state, address);
      long id = doors.site.subscribers.find(address).map(Subscriber::id).orElse(4711L);
      doors.site.post(
          path + doors.site.tokens.token(Purpose.PREFERENCES, id, doors.site.now) + rest);
      reached.add(kept(address).toString());
    }
    return String.join(" ", reached);
  }

  /** The pages alone offer this: what a stranger can do, who cannot read the owner's mail. */
  @Test
  void askingWithoutConfirming() {
    List<String> reached = new ArrayList<>();
    for (State state : State.values()) {
      EmailAddress address = EmailAddress.of(state + "@asked.example");
      arrange(state, address);
      doors.site.subscribe(address.toString(), "trending", "yes");
      reached.add(kept(address).toString());
    }
    assertThat(String.join(" ", reached))
        .isEqualTo(
            "pending pending active paused>2026-12-24 unsubscribed/unsubscribe"
                + " suppressed/complaint pending/unsubscribe -/complaint unsubscribed/complaint"
                + " unsubscribed");
  }
}
