package dev.offprint.web;

import dev.offprint.groups.Group;
import dev.offprint.groups.GroupStore;
import dev.offprint.interests.PastedInterests;
import dev.offprint.ledger.DeliveryStore;
import dev.offprint.ledger.SilentInterests;
import dev.offprint.messages.Languages;
import dev.offprint.messages.Message;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Where every mail's link to the preferences leads: what one subscriber wants, and changing it. */
final class PreferencesPage {
  private static final String TEMPLATE = "web/preferences.html";

  private final Membership membership;
  private final GroupStore groups;
  private final FeedbackPapers liked;
  private final SilentInterests silent;
  private final LatelySent lately;
  private final InterestDial dial;
  private final BarrenInterests barren;
  private final ReaderLink link;
  private final Preview preview;
  private final TodaysEdition today;
  private final LinkTokens tokens;
  private final Languages languages;
  private final InstantSource clock;

  PreferencesPage(
      People people,
      RecentPapers recent,
      InterestBudget budget,
      Preview preview,
      ReaderPages readers,
      Languages languages,
      InstantSource clock) {
    DeliveryStore deliveries = people.notices().ledger().deliveries();
    this.membership = people.membership();
    this.groups = people.groups();
    this.liked = people.liked();
    this.link = readers.link();
    this.silent = new SilentInterests(people.subscribers(), deliveries);
    this.lately = new LatelySent(deliveries, people.tokens());
    this.dial = new InterestDial(recent, budget);
    this.barren = new BarrenInterests(recent, budget);
    this.preview = preview;
    this.today = readers.today();
    this.tokens = people.tokens();
    this.languages = languages;
    this.clock = clock;
  }

  Page show(String token) {
    return answer(token, found -> show(token, found));
  }

  private Page show(String token, Subscriber found) {
    return page(token, found, PreferencesForm.of(found.preferences()), Map.of());
  }

  Page change(String token, FormFields fields) {
    return answer(token, subscriber -> change(token, subscriber, fields));
  }

  private Page change(String token, Subscriber subscriber, FormFields fields) {
    if (subscriber.status() == Status.UNSUBSCRIBED) {
      return show(token);
    }
    PreferencesForm form =
        new PreferencesForm(
            complete(fields, subscriber), languages, brings(groups.of(subscriber.id())));
    Optional<Preferences> preferences = form.preferences();
    if (preferences.isEmpty()) {
      return page(token, subscriber, fields, form.errors()).with(422);
    }
    return switch (membership.setPreferences(subscriber.id(), preferences.get())) {
      case Outcome.Done done ->
          saved(token, "page.preferences.saved")
              .with("notes", form.notes().stream().map(PastedInterests.Note::message).toList());
      default -> show(token);
    };
  }

  /**
   * What was typed; where no language can be chosen, the one that it was, and where no papers can,
   * because those of a group are sent, what was wanted before.
   */
  private FormFields complete(FormFields fields, Subscriber subscriber) {
    FormFields typed = fields.orElse(PreferencesForm.in(subscriber.preferences().language()));
    return groups.shared(subscriber.id()).instead() == null
        ? typed
        : PreferencesForm.withPapersOf(typed, subscriber.preferences());
  }

  private static boolean brings(List<Group> groups) {
    return groups.stream().anyMatch(GroupView::brings);
  }

  /** Takes the subscriber out of a group, by its slug; whoever is in it no more sees that. */
  Page leaveGroup(String token, String slug) {
    return answer(
        token,
        subscriber -> {
          Optional<Group> left =
              groups.of(subscriber.id()).stream()
                  .filter(group -> group.slug().equals(slug))
                  .findFirst();
          left.ifPresent(group -> groups.leave(subscriber.id(), group.id()));
          Page page = show(token);
          return left.map(group -> page.with("saved", Message.of("page.groups.left", group.name())))
              .orElse(page);
        });
  }

  /** The page with the form as it stands and what that would bring; nothing is saved. */
  Page preview(String token, FormFields fields) {
    return answer(
        token,
        subscriber ->
            preview.in(
                page(token, subscriber, complete(fields, subscriber), Map.of()),
                complete(fields, subscriber),
                subscriber.id(),
                chooser(subscriber)));
  }

  /** The part that shows what the form would bring; for a script that puts it in its place. */
  Page previewPart(String token, FormFields fields) {
    return answer(
        token,
        subscriber ->
            preview.show(complete(fields, subscriber), subscriber.id(), chooser(subscriber)));
  }

  private Preview.Chooser chooser(Subscriber subscriber) {
    return new Preview.Chooser(
        wanted -> today.plan(subscriber.id(), wanted), brings(groups.of(subscriber.id())));
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
          return show(token)
              .with("saved", Message.of("page.preferences.taken-back", paper.get().shownTitle()));
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
              case Outcome.Done done -> saved(token, "page.preferences.paused");
              case Outcome.Already already -> saved(token, "page.preferences.paused");
              case Outcome.NoSuchEnd none ->
                  show(token)
                      .with(422)
                      .with("until", typed.map(LocalDate::toString).orElse(""))
                      .with("untilError", Message.of("page.preferences.until.error"));
              default -> show(token);
            });
  }

  /** Ends a pause. */
  Page resume(String token) {
    return answer(
        token,
        subscriber ->
            membership.resume(subscriber.id()) instanceof Outcome.Done
                ? saved(token, "page.preferences.resumed")
                : show(token));
  }

  /**
   * The page with what was done.
   *
   * @param done the key of its message
   */
  private Page saved(String token, String done) {
    Page page = show(token);
    Object next = page.values().get("next");
    return next == null
        ? page
        : page.with("saved", Message.of("page.sentences", Message.of(done), next));
  }

  private Page page(
      String token, Subscriber subscriber, FormFields fields, Map<String, Message> errors) {
    Optional<Page> away = link.away(subscriber);
    if (away.isPresent()) {
      return away.get();
    }
    LocalDate day = subscriber.today(clock.instant());
    Map<String, Object> values =
        new HashMap<>(FormView.of(fields, errors, languages, clock.instant()));
    List<Group> in = groups.of(subscriber.id());
    boolean sameForAll = in.stream().anyMatch(Group::sameForAll);
    values.put("groups", in.stream().map(GroupView::of).toList());
    values.put("sameForAll", sameForAll);
    values.put("nothing", subscriber.preferences().isNothing() && !brings(in));
    values.put("reaches", dial.of(WrittenInterests.of(fields), subscriber.id()));
    values.put(
        "barren",
        sameForAll
            ? List.of()
            : barren.lately(
                subscriber.preferences(), silent.of(subscriber, clock.instant()), subscriber.id()));
    values.put("token", token);
    values.put("address", subscriber.address().masked());
    values.put("liked", liked.of(subscriber.id()));
    values.put("next", whatIsNext(subscriber));
    values.put("mayPause", subscriber.mayPause());
    values.put("paused", subscriber.status() == Status.PAUSED);
    values.put("until", Objects.toString(subscriber.pausedUntil(), ""));
    values.put("tomorrow", day.plusDays(1).toString());
    values.put("lately", lately.of(subscriber, day));
    values.put("unsubscribe", tokens.token(Purpose.UNSUBSCRIBE, subscriber.id(), clock.instant()));
    return Page.ok(TEMPLATE, values);
  }

  private Message whatIsNext(Subscriber subscriber) {
    LocalDate until = subscriber.pausedUntil();
    return switch (subscriber.status()) {
      case PENDING -> Message.of("page.preferences.next.pending");
      case PAUSED ->
          until == null
              ? Message.of("page.preferences.next.paused")
              : Message.of("page.preferences.next.paused-until", DueWords.day(until));
      // Who left or is suppressed sees another page.
      case ACTIVE, UNSUBSCRIBED, SUPPRESSED ->
          Message.of("page.preferences.next", today.next(subscriber).orElseThrow());
    };
  }

  private Page answer(String token, Function<Subscriber, Page> known) {
    return link.known(Purpose.PREFERENCES, token, known);
  }
}
