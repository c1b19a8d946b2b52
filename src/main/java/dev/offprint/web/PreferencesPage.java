package dev.offprint.web;

import dev.offprint.papers.Paper;
import dev.offprint.subscribers.LikedPapers;
import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.SubscriberStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where every mail's link to the preferences leads: what one subscriber wants, and changing it. */
final class PreferencesPage {
  private final SubscriberStore subscribers;
  private final LikedPapers liked;
  private final LinkTokens tokens;
  private final InstantSource clock;

  PreferencesPage(
      SubscriberStore subscribers, LikedPapers liked, LinkTokens tokens, InstantSource clock) {
    this.subscribers = subscribers;
    this.liked = liked;
    this.tokens = tokens;
    this.clock = clock;
  }

  Answer show(String token) {
    return subscriber(token)
        .map(found -> page(200, token, found, PreferencesForm.of(found.preferences()), Map.of()))
        .orElseGet(Problem::brokenLink);
  }

  Answer change(String token, FormFields fields) {
    Optional<Subscriber> subscriber = subscriber(token);
    if (subscriber.isEmpty()) {
      return Problem.brokenLink();
    }
    if (subscriber.get().status() == Status.UNSUBSCRIBED) {
      return show(token);
    }
    PreferencesForm form = new PreferencesForm(fields);
    Optional<Preferences> preferences =
        form.preferences().map(wanted -> withLiked(wanted, subscriber.get().id()));
    if (preferences.isEmpty()) {
      return page(422, token, subscriber.get(), fields, form.errors());
    }
    subscribers.setPreferences(subscriber.get().id(), preferences.get(), clock.instant());
    return show(token)
        .with("saved", "Saved. " + whatIsNext(subscriber.get().status(), preferences.get()));
  }

  /** Papers like those that were chosen come beside the trending ones, without any interest. */
  private Preferences withLiked(Preferences wanted, long subscriberId) {
    return wanted.content() == Content.TRENDING
            && !liked.likings().of(subscriberId).more().isEmpty()
        ? wanted.with(Content.BOTH)
        : wanted;
  }

  /** Forgets what was said of a paper. */
  Answer takeBack(String token, String paperId) {
    Optional<Subscriber> subscriber = subscriber(token);
    Optional<Paper> paper = liked.paper(paperId);
    if (subscriber.isEmpty() || paper.isEmpty()) {
      return Problem.brokenLink();
    }
    liked.likings().takeBack(subscriber.get().id(), paper.get().id());
    return show(token).with("saved", "Taken back: " + paper.get().shownTitle());
  }

  private Answer page(
      int status,
      String token,
      Subscriber subscriber,
      FormFields fields,
      Map<String, String> errors) {
    if (subscriber.status() == Status.UNSUBSCRIBED) {
      return Answer.ok("web/unsubscribed.html", Map.of());
    }
    Map<String, Object> values = new HashMap<>(FormView.of(fields, errors));
    values.put("token", token);
    values.put("address", subscriber.address().masked());
    values.put("saved", "");
    values.put("liked", liked.of(subscriber.id()));
    values.put("next", whatIsNext(subscriber.status(), subscriber.preferences()));
    values.put("unsubscribe", tokens.token(Purpose.UNSUBSCRIBE, subscriber.id(), clock.instant()));
    return new Answer(status, "web/preferences.html", values);
  }

  private String whatIsNext(Status status, Preferences preferences) {
    Instant now = clock.instant();
    return switch (status) {
      case ACTIVE -> "Your next edition comes " + DueWords.of(preferences.timing(), now) + ".";
      case PENDING -> "Editions begin once you have followed the link in the confirmation mail.";
      case PAUSED -> "Your subscription is paused: nothing is sent.";
      case UNSUBSCRIBED, SUPPRESSED -> "Nothing is sent to this address.";
    };
  }

  private Optional<Subscriber> subscriber(String token) {
    return tokens.number(Purpose.PREFERENCES, token, clock.instant()).flatMap(subscribers::find);
  }
}
