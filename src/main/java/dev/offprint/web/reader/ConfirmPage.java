package dev.offprint.web.reader;

import dev.offprint.digests.NoticeRenderer;
import dev.offprint.groups.Group;
import dev.offprint.groups.GroupStore;
import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.Outcome;
import dev.offprint.subscribers.Recipient;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.web.http.Page;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Where the link of a confirmation mail leads: one button, and what it did. */
final class ConfirmPage {
  private final Membership membership;
  private final SubscriberStore subscribers;
  private final GroupStore groups;
  private final Notices notices;
  private final LinkTokens tokens;
  private final WelcomePage welcome;
  private final InstantSource clock;

  ConfirmPage(People people, WelcomePage welcome, InstantSource clock) {
    this.membership = people.membership();
    this.subscribers = people.subscribers();
    this.groups = people.groups();
    this.notices = people.notices();
    this.tokens = people.tokens();
    this.welcome = welcome;
    this.clock = clock;
  }

  Page show(String token) {
    Optional<Recipient> asked = mail(token).flatMap(notices::asked).flatMap(subscribers::recipient);
    return asked
        .filter(this::mayConfirm)
        .map(
            found ->
                Page.ok(
                        "web/confirm.html",
                        Map.of(
                            "token",
                            token,
                            "address",
                            found.subscriber().address().masked(),
                            "move",
                            subscribers.isAddressChange(found.subscriber().id())))
                    .with(joining(found.subscriber()))
                    .in(language(found.subscriber())))
        .orElseGet(() -> spent(asked.map(Recipient::subscriber)));
  }

  /** The group that they join with that, if any, and what that is to whoever is a subscriber. */
  private Map<String, Object> joining(Subscriber subscriber) {
    boolean isSubscribed =
        subscriber.mayPause() && subscribers.requested(subscriber.id()).isEmpty();
    return groups
        .asked(subscriber.id())
        .map(
            group ->
                Map.<String, Object>of(
                    "group",
                    group.name(),
                    "what",
                    NoticeRenderer.joining(group),
                    "joins",
                    isSubscribed))
        .orElse(Map.of("joins", false));
  }

  private boolean mayConfirm(Recipient asked) {
    Subscriber subscriber = asked.subscriber();
    return !asked.suppressed()
        && (subscriber.status() == Status.PENDING
            || (subscriber.isAskedBesides() && subscribers.requested(subscriber.id()).isPresent())
            || (subscriber.mayPause() && groups.asked(subscriber.id()).isPresent()));
  }

  Page confirm(String token) {
    Optional<Long> asked = mail(token).flatMap(notices::asked);
    Optional<Group> group = asked.flatMap(groups::asked);
    return switch (asked.map(membership::confirm).orElseGet(Outcome.Unknown::new)) {
      case Outcome.Done(Subscriber confirmed) -> welcome.greet(confirmed, false);
      case Outcome.Joined(Subscriber joined) ->
          welcome.joined(joined, group.map(Group::name).orElse(""));
      case Outcome.Moved(Subscriber moved) -> welcome.moved(moved);
      case Outcome.Already(Subscriber active) -> spent(Optional.of(active));
      default -> spent(asked.flatMap(subscribers::find));
    };
  }

  /** The mail that the link was in. */
  private Optional<Long> mail(String token) {
    return tokens.number(Purpose.CONFIRM, token, clock.instant());
  }

  private static Page spent(Optional<Subscriber> asked) {
    boolean active = asked.filter(found -> found.status() == Status.ACTIVE).isPresent();
    Page spent = new Page(410, "web/spent.html", Map.of("active", active));
    return asked.map(found -> spent.in(language(found))).orElse(spent);
  }

  private static String language(Subscriber subscriber) {
    return subscriber.preferences().language();
  }
}
