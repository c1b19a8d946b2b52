package dev.offprint.subscribers;

import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Subscriber.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which people come in from a list that the operator has, many in one transaction.
 *
 * <p>Promised: who left, or must not be mailed, stays so whatever the list says; nobody becomes
 * active who neither agreed, by the operator's word, nor is said to have confirmed; and who is a
 * subscriber keeps what the list does not speak of.
 */
public final class Enrolment {
  /** The most characters of what somebody agreed to. */
  public static final int MAX_CONSENT = 1_000;

  private final Standings standings;
  private final InstantSource clock;

  Enrolment(Standings standings, InstantSource clock) {
    this.standings = standings;
    this.clock = clock;
  }

  /**
   * What a list says of somebody.
   *
   * @param status as which they come in; pending if they are to be asked to confirm
   * @param wanted null if they do not become a subscriber, but their address is not to be mailed
   * @param away why the address is not to be mailed; null unless the status says that it is not
   */
  public record Entry(
      EmailAddress address,
      Status status,
      @Nullable Wanted wanted,
      @Nullable Suppression away,
      Past past) {}

  /** What somebody wants by a list, which may leave things out. */
  @FunctionalInterface
  public interface Wanted {
    /**
     * The preferences that come of it.
     *
     * @param before those of the subscriber; empty for whoever is none yet
     * @param subscriberId of the subscriber
     * @throws IllegalArgumentException in words, when they do not go together
     */
    Preferences over(Optional<Preferences> before, OptionalLong subscriberId);
  }

  /**
   * What was before.
   *
   * @param since when they became a subscriber; null for now
   * @param pausedUntil the day on which a pause ends; null if it has no end
   * @param consent what they agreed to, as {@link #consent}; null where nothing is said
   */
  public record Past(
      @Nullable Instant since, @Nullable LocalDate pausedUntil, @Nullable String consent) {}

  /** What came of an entry. */
  public enum Kind {
    NEW,
    CHANGED,
    UNCHANGED,
    /** No subscriber; the address is not to be mailed from now on. */
    SUPPRESSED,
    /** Nothing was changed. */
    REFUSED
  }

  /**
   * What came of an entry.
   *
   * @param subscriberId 0 where there is none
   * @param isPending whether they have not confirmed
   * @param says what was changed, or why it was refused; empty where there is nothing to say
   */
  public record Result(Kind kind, long subscriberId, boolean isPending, String says) {}

  /**
   * What somebody agreed to, on one line.
   *
   * @throws IllegalArgumentException in words, when it is empty or too long
   */
  public static String consent(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}\\p{Zs}]+", " ").strip();
    if (line.isEmpty()) {
      throw new IllegalArgumentException("what they agreed to, and when, is empty");
    }
    if (line.length() > MAX_CONSENT) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "what they agreed to has %,d characters, and at most %,d are taken",
              line.length(),
              MAX_CONSENT));
    }
    return line;
  }

  /** Keeps what a subscriber agreed to, as {@link #consent} gives it. */
  public void agree(long subscriberId, String consent) {
    standings.decide(
        subscriberId,
        standing -> {
          standing.agree(subscriberId, consent);
          return true;
        });
  }

  /**
   * Takes in entries, all in one transaction.
   *
   * @param entries of which no two have the same address
   * @param dry whether nothing is to be written; subscribers who would be new have no id then
   * @return what came of each, in their order
   */
  public List<Result> take(List<Entry> entries, boolean dry) {
    Map<EmailAddress, Entry> byAddress = new HashMap<>();
    entries.forEach(entry -> byAddress.put(entry.address(), entry));
    Instant now = clock.instant();
    return standings.decideAll(
        entries.stream().map(Entry::address).toList(),
        standing -> {
          Entry entry = Objects.requireNonNull(byAddress.get(standing.address()));
          try {
            return new Decision(standing, entry, now, dry).result();
          } catch (IllegalArgumentException e) {
            return refused(standing, String.valueOf(e.getMessage()));
          }
        });
  }

  private static Result refused(Standing standing, String why) {
    return new Result(
        Kind.REFUSED, standing.subscriber().map(Subscriber::id).orElse(0L), false, why);
  }

  /** About one entry. */
  private record Decision(Standing standing, Entry entry, Instant now, boolean dry) {
    Result result() {
      Optional<Subscriber> known = standing.subscriber();
      if (entry.away() != null) {
        return away(entry.away());
      }
      Optional<String> barred = whyAway();
      if (barred.isPresent()) {
        return refused(standing, barred.get());
      }
      if (known.isEmpty()) {
        return added();
      }
      if (known.get().status() == Status.PENDING && standing.former().isPresent()) {
        return refused(standing, "another subscriber asked to be mailed there from now on");
      }
      return changed(known.get());
    }

    private Optional<String> whyAway() {
      return standing
          .suppression()
          .map(
              reason ->
                  String.format(
                      Locale.ROOT,
                      "%s %s (%s)",
                      reason.bars() ? "must not be mailed, since" : "left on",
                      reason.since().toString().substring(0, 10),
                      reason.reason()))
          .or(
              () ->
                  standing
                      .subscriber()
                      .map(Subscriber::status)
                      .filter(
                          status -> status == Status.UNSUBSCRIBED || status == Status.SUPPRESSED)
                      .map(status -> "is " + status.name().toLowerCase(Locale.ROOT)));
    }

    private Result away(Suppression reason) {
      boolean isKnown = standing.subscriber().isPresent();
      if (whyAway().isPresent() && (!reason.bars() || standing.isBarred() || !isKnown)) {
        return result(Kind.UNCHANGED, standing.subscriber().map(Subscriber::id).orElse(0L), "");
      }
      // First, because it may be refused.
      Result result =
          isKnown
              ? result(Kind.CHANGED, standing.subscriber().orElseThrow().id(), "mailed no more")
              : entry.wanted() == null ? result(Kind.SUPPRESSED, 0, reason.reason()) : added();
      if (!dry) {
        Departure.suppress(standing, reason, now);
      }
      return result;
    }

    private Result added() {
      Preferences preferences = wanted(Optional.empty());
      Instant since = entry.past().since();
      Subscriber newcomer =
          new Subscriber(
              0,
              entry.address(),
              entry.status(),
              preferences,
              (since == null ? now : since).truncatedTo(ChronoUnit.MICROS),
              preferences.timing().nextAfter(now),
              entry.status() == Status.PAUSED ? entry.past().pausedUntil() : null);
      if (dry) {
        return result(Kind.NEW, 0, "");
      }
      long id = standing.add(newcomer, now).id();
      if (entry.past().consent() != null) {
        standing.agree(id, entry.past().consent());
      }
      return result(Kind.NEW, id, "");
    }

    private Result changed(Subscriber before) {
      Preferences wanted = besideLiked(before.preferences(), wanted(Optional.of(before)));
      Subscriber after = wanted.equals(before.preferences()) ? before : before.with(wanted, now);
      after = standingAsSaid(after);
      String consent = entry.past().consent();
      boolean agrees = consent != null && standing.consent().isEmpty();
      if (!dry && !after.equals(before)) {
        standing.keep(after, now);
      }
      if (!dry && agrees) {
        standing.agree(before.id(), Objects.requireNonNull(consent));
      }
      String says = difference(before, after, agrees);
      return new Result(
          says.isEmpty() ? Kind.UNCHANGED : Kind.CHANGED,
          before.id(),
          after.status() == Status.PENDING,
          says);
    }

    private static String difference(Subscriber before, Subscriber after, boolean agrees) {
      List<String> differs = new ArrayList<>();
      if (before.status() != after.status()) {
        differs.add("now " + after.status().name().toLowerCase(Locale.ROOT));
      } else if (!Objects.equals(before.pausedUntil(), after.pausedUntil())) {
        differs.add("the end of the pause");
      }
      differs.addAll(before.preferences().differences(after.preferences()));
      if (agrees) {
        differs.add("consent");
      }
      return String.join(", ", differs);
    }

    /** Who did not confirm may be vouched for, and a pause may begin; a reader's own stays. */
    private Subscriber standingAsSaid(Subscriber before) {
      boolean begins =
          (before.status() == Status.PENDING && entry.status() != Status.PENDING)
              || (before.status() == Status.ACTIVE && entry.status() == Status.PAUSED);
      if (!begins) {
        return before;
      }
      return entry.status() == Status.PAUSED
          ? before.pausedUntil(entry.past().pausedUntil())
          : before.with(entry.status());
    }

    private Preferences wanted(Optional<Subscriber> before) {
      return Objects.requireNonNull(entry.wanted())
          .over(
              before.map(Subscriber::preferences),
              before.stream().mapToLong(Subscriber::id).findFirst());
    }

    /** Papers like those that were chosen come beside the trending ones, without any interest. */
    private static Preferences besideLiked(Preferences before, Preferences wanted) {
      return wanted.content() == Content.TRENDING
              && before.content() == Content.BOTH
              && before.interests().isEmpty()
          ? wanted.with(Content.BOTH)
          : wanted;
    }

    private Result result(Kind kind, long id, String says) {
      return new Result(kind, id, kind == Kind.NEW && entry.status() == Status.PENDING, says);
    }
  }
}
