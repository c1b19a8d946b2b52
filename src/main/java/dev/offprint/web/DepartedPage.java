package dev.offprint.web;

import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.subscribers.Timing;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What whoever left is told: that it is done, and how to come back. The token of the link to leave
 * was in a mail that went to them alone after they had confirmed, so coming back asks nothing more.
 */
final class DepartedPage {
  /** The most papers in a mail for whoever comes back for fewer. */
  static final int FEW_PAPERS = 3;

  private final SubscriberStore subscribers;
  private final LinkTokens tokens;
  private final InstantSource clock;

  DepartedPage(SubscriberStore subscribers, LinkTokens tokens, InstantSource clock) {
    this.subscribers = subscribers;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Tells that it is done; there is a way back for whoever is known and may be mailed. */
  Page page(Optional<Subscriber> departed) {
    Map<String, Object> values = new HashMap<>();
    values.put("token", "");
    values.put("preferences", "");
    departed.ifPresent(
        subscriber -> {
          Instant now = clock.instant();
          values.put("preferences", tokens.token(Purpose.PREFERENCES, subscriber.id(), now));
          if (!subscribers.isSuppressed(subscriber.address())) {
            values.put("token", tokens.token(Purpose.UNSUBSCRIBE, subscriber.id(), now));
            values.put("oftener", subscriber.preferences().timing().days().size() > 1);
            values.put("more", subscriber.preferences().maximum() > FEW_PAPERS);
          }
        });
    return Page.ok("web/unsubscribed.html", values);
  }

  /**
   * Makes whoever left active again, at once.
   *
   * @param token of the link to leave
   * @param how {@code weekly} for one mail a week, {@code fewer} for a few papers; anything else
   *     for what it was before
   */
  Page comeBack(String token, String how) {
    Instant now = clock.instant();
    Optional<Long> id = tokens.number(Purpose.UNSUBSCRIBE, token, now);
    if (id.isEmpty()) {
      return Problem.brokenLink();
    }
    Optional<Subscriber> known = subscribers.find(id.get());
    if (known.isEmpty()) {
      return Problem.gone();
    }
    Subscriber subscriber = known.get();
    if (subscriber.status() == Status.UNSUBSCRIBED) {
      if (subscribers.isSuppressed(subscriber.address())) {
        return page(known);
      }
      Preferences wanted = wanted(subscriber.preferences(), how, now);
      if (!wanted.equals(subscriber.preferences())) {
        subscribers.setPreferences(subscriber.id(), wanted, now);
      }
      subscribers.setStatus(subscriber.id(), Status.ACTIVE, now);
      subscriber = subscribers.find(subscriber.id()).orElseThrow();
    }
    if (subscriber.status() != Status.ACTIVE) {
      return new Page(410, "web/spent.html", Map.of("active", false));
    }
    return Page.ok(
        "web/confirmed.html",
        Map.of(
            "back",
            true,
            "first",
            DueWords.of(subscriber.preferences().timing(), now),
            "preferences",
            tokens.token(Purpose.PREFERENCES, subscriber.id(), now)));
  }

  private static Preferences wanted(Preferences before, String how, Instant now) {
    Timing timing = before.timing();
    return switch (how) {
      case "weekly" -> {
        LocalDate today = LocalDate.ofInstant(now, timing.zone());
        yield new Preferences(
            before.content(),
            before.interests(),
            before.maximum(),
            new Timing(timing.at(), timing.zone(), Set.of(today.getDayOfWeek())),
            before.format());
      }
      case "fewer" ->
          new Preferences(
              before.content(),
              before.interests(),
              Math.min(FEW_PAPERS, before.maximum()),
              timing,
              before.format());
      default -> before;
    };
  }
}
