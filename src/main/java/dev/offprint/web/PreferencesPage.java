package dev.offprint.web;

import dev.offprint.ledger.DeliveryStore;
import dev.offprint.ledger.SilentInterests;
import dev.offprint.papers.Paper;
import dev.offprint.selection.RecentPapers;
import dev.offprint.subscribers.FeedbackPapers;
import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.Outcome;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.web.http.FormFields;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.ProblemPage;
import dev.offprint.web.reader.DueWords;
import dev.offprint.web.reader.People;
import dev.offprint.web.reader.ReaderLink;
import dev.offprint.web.reader.ReaderPages;
import dev.offprint.web.reader.TodaysEdition;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Where every mail's link to the preferences leads: what one subscriber wants, and changing it. */
final class PreferencesPage {
  private static final String TEMPLATE = "web/preferences.html";

  private final Membership membership;
  private final FeedbackPapers liked;
  private final SilentInterests silent;
  private final LatelySent lately;
  private final InterestDial dial;
  private final BarrenInterests barren;
  private final ReaderLink link;
  private final Preview preview;
  private final TodaysEdition today;
  private final LinkTokens tokens;
  private final InstantSource clock;

  PreferencesPage(
      People people,
      RecentPapers recent,
      InterestBudget budget,
      Preview preview,
      ReaderPages readers,
      InstantSource clock) {
    DeliveryStore deliveries = people.notices().ledger().deliveries();
    this.membership = people.membership();
    this.liked = people.liked();
    this.link = readers.link();
    this.silent = new SilentInterests(people.subscribers(), deliveries);
    this.lately = new LatelySent(deliveries, people.tokens());
    this.dial = new InterestDial(recent, budget);
    this.barren = new BarrenInterests(recent, budget);
    this.preview = preview;
    this.today = readers.today();
    this.tokens = people.tokens();
    this.clock = clock;
  }

  Page show(String token) {
    return answer(token, found -> show(token, found));
  }

  private Page show(String token, Subscriber found) {
    return page(200, token, found, PreferencesForm.of(found.preferences()), Map.of());
  }

  Page change(String token, FormFields fields) {
    return answer(token, subscriber -> change(token, subscriber, fields));
  }

  private Page change(String token, Subscriber subscriber, FormFields fields) {
    if (subscriber.status() == Status.UNSUBSCRIBED) {
      return show(token);
    }
    PreferencesForm form = new PreferencesForm(fields);
    Optional<Preferences> preferences = form.preferences();
    if (preferences.isEmpty()) {
      return page(422, token, subscriber, fields, form.errors());
    }
    return switch (membership.setPreferences(subscriber.id(), preferences.get())) {
      case Outcome.Done done ->
          saved(token, "Saved.")
              .with("notes", form.notes().stream().map(Object::toString).toList());
      default -> show(token);
    };
  }

  /** The page with the form as it stands and what that would bring; nothing is saved. */
  Page preview(String token, FormFields fields) {
    return answer(
        token,
        subscriber ->
            preview.in(
                page(200, token, subscriber, fields, Map.of()),
                fields,
                subscriber.id(),
                wanted -> today.plan(subscriber.id(), wanted)));
  }

  /** The part that shows what the form would bring; for a script that puts it in its place. */
  Page previewPart(String token, FormFields fields) {
    return answer(
        token,
        subscriber ->
            preview.show(fields, subscriber.id(), wanted -> today.plan(subscriber.id(), wanted)));
  }

  /** Forgets what was said of a paper. */
  Page takeBack(String token, String paperId) {
    return answer(
        token,
        subscriber -> {
          Optional<Paper> paper = liked.paper(paperId);
          if (paper.isEmpty()) {
            return ProblemPage.brokenLink();
          }
          liked.feedback().takeBack(subscriber.id(), paper.get().id());
          return show(token).with("saved", "Taken back: " + paper.get().shownTitle());
        });
  }

  /**
   * Pauses the subscription.
   *
   * @param until the first day on which editions come again, as YYYY-MM-DD; empty for until it is
   *     resumed
   */
  Page pause(String token, String until) {
    Optional<LocalDate> typed = DayPage.day(until.strip());
    // What is no day is as little one that a pause can end on as the first of all.
    LocalDate end = until.isBlank() ? null : typed.orElse(LocalDate.MIN);
    return answer(
        token,
        subscriber ->
            switch (membership.pause(subscriber.id(), end)) {
              case Outcome.Done done -> saved(token, "Paused.");
              case Outcome.Already already -> saved(token, "Paused.");
              case Outcome.NoSuchEnd none ->
                  new Page(422, TEMPLATE, show(token).values())
                      .with("until", typed.map(LocalDate::toString).orElse(""))
                      .with("untilError", "Choose a day after today, within five years.");
              default -> show(token);
            });
  }

  /** Ends a pause. */
  Page resume(String token) {
    return answer(
        token,
        subscriber ->
            membership.resume(subscriber.id()) instanceof Outcome.Done
                ? saved(token, "Your editions go on.")
                : show(token));
  }

  private Page saved(String token, String what) {
    Page page = show(token);
    return page.values().containsKey("next")
        ? page.with("saved", what + " " + page.values().get("next"))
        : page;
  }

  private Page page(
      int status,
      String token,
      Subscriber subscriber,
      FormFields fields,
      Map<String, String> errors) {
    Optional<Page> away = link.away(subscriber);
    if (away.isPresent()) {
      return away.get();
    }
    LocalDate day = subscriber.today(clock.instant());
    Map<String, Object> values = new HashMap<>(FormView.of(fields, errors, clock.instant()));
    values.put("reaches", dial.of(WrittenInterests.of(fields), subscriber.id()));
    values.put(
        "barren",
        barren.lately(
            subscriber.preferences(), silent.of(subscriber, clock.instant()), subscriber.id()));
    values.put("token", token);
    values.put("address", subscriber.address().masked());
    values.put("saved", "");
    values.put("liked", liked.of(subscriber.id()));
    values.put("next", whatIsNext(subscriber));
    values.put("mayPause", subscriber.mayPause());
    values.put("paused", subscriber.status() == Status.PAUSED);
    values.put("until", Objects.toString(subscriber.pausedUntil(), ""));
    values.put("untilError", "");
    values.put("tomorrow", day.plusDays(1).toString());
    values.put("lately", lately.of(subscriber, day));
    values.put("unsubscribe", tokens.token(Purpose.UNSUBSCRIBE, subscriber.id(), clock.instant()));
    return new Page(status, TEMPLATE, values);
  }

  private String whatIsNext(Subscriber subscriber) {
    LocalDate until = subscriber.pausedUntil();
    return switch (subscriber.status()) {
      case ACTIVE -> "Your next edition comes " + today.next(subscriber) + ".";
      case PENDING -> "Editions begin once you have followed the link in the confirmation mail.";
      case PAUSED ->
          until == null
              ? "Your subscription is paused: nothing is sent until you resume it."
              : String.format(
                  Locale.ROOT,
                  "Your subscription is paused: nothing is sent until %s, and then it goes on by"
                      + " itself.",
                  DueWords.day(until));
      case UNSUBSCRIBED, SUPPRESSED -> "Nothing is sent to this address.";
    };
  }

  private Page answer(String token, Function<Subscriber, Page> known) {
    return link.known(Purpose.PREFERENCES, token, known);
  }
}
