package dev.offprint.web;

import dev.offprint.interests.PaperReference;
import dev.offprint.interests.PastedInterests;
import dev.offprint.messages.Languages;
import dev.offprint.messages.Message;
import dev.offprint.papers.PaperStore;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Plan;
import dev.offprint.selection.RecentPapers;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.web.http.FormFields;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.ProblemPage;
import dev.offprint.web.http.Request;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What an edition of today would have for a form as it stands, before anyone commits to it. */
final class Preview {
  private static final Map<String, Object> NOTHING =
      Map.of(
          "previewed",
          true,
          "notes",
          List.of(),
          "papers",
          List.of(),
          "wordsAlone",
          false,
          "unread",
          false,
          "busy",
          false,
          "left",
          0,
          "reaches",
          List.of());

  private final RecentPapers recent;
  private final InterestBudget budget;
  private final BarrenInterests barren;
  private final InterestDial dial;
  private final PaperStore papers;
  private final Languages languages;
  private final Supplier<LocalDate> today;

  Preview(
      RecentPapers recent,
      InterestBudget budget,
      PaperStore papers,
      Languages languages,
      Supplier<LocalDate> today) {
    this.recent = recent;
    this.budget = budget;
    this.barren = new BarrenInterests(recent, budget);
    this.dial = new InterestDial(recent, budget);
    this.papers = papers;
    this.languages = languages;
    this.today = today;
  }

  /**
   * Chooses for somebody.
   *
   * @param inGroup whether there can be papers even if nothing is asked for
   */
  record Chooser(Function<Preferences, Plan> plan, boolean inGroup) {}

  /** The part of a page that shows it; for a script that puts it in its place. */
  Page show(Request request) {
    return show(request.form(), request.network(), new Chooser(recent::preview, false));
  }

  /**
   * The same for somebody.
   *
   * @param whom as for {@link InterestBudget#take}
   * @param choose chooses for them
   */
  Page show(FormFields fields, Object whom, Chooser choose) {
    return in(Page.ok("web/preview.html", Map.of()), fields, whom, choose);
  }

  /**
   * A page with the papers, or what is wrong with the form, and with how far its interests may
   * reach. Its status is 429 when none of the interests can be worked out now.
   *
   * @param fields as typed; those that say when and whereto are of no meaning
   * @param whom as for {@link InterestBudget#take}
   */
  Page in(Page page, FormFields fields, Object whom) {
    return in(page, fields, whom, new Chooser(recent::preview, false));
  }

  /**
   * The same for somebody.
   *
   * @param choose chooses for them
   */
  Page in(Page page, FormFields fields, Object whom, Chooser choose) {
    Optional<Duration> tooLong = budget.read(fields.text(WrittenInterests.FIELD), whom);
    return tooLong.isPresent()
        ? busy(page.with(NOTHING), tooLong.get())
        : judged(page, form(fields, choose.inGroup()), whom, choose.plan());
  }

  private Page judged(
      Page page, PreferencesForm form, Object whom, Function<Preferences, Plan> choose) {
    boolean ready = recent.becomesReady();
    List<Interest> wanted = form.preferences().map(Preferences::interests).orElse(List.of());
    List<Interest> affordable = new ArrayList<>();
    Optional<Duration> wait = Optional.empty();
    for (Interest interest : wanted) {
      Optional<Duration> longer = budget.take(interest, whom);
      if (longer.isPresent()) {
        wait = longer;
      } else {
        affordable.add(interest);
      }
    }
    boolean busy = ready && affordable.isEmpty() && !wanted.isEmpty();
    Optional<Preferences> shown =
        ready && !busy
            ? form.preferences().map(preferences -> without(preferences, affordable))
            : Optional.empty();
    Page previewed =
        page.with(NOTHING)
            .with(values(form, shown, whom, choose))
            .with("unread", !ready)
            .with("left", busy ? 0 : wanted.size() - affordable.size())
            .with("reaches", dial.of(form.written(), whom));
    return busy ? busy(previewed, wait.orElseThrow()) : previewed;
  }

  private static Page busy(Page page, Duration wait) {
    return ProblemPage.patience(page.with("busy", true), wait);
  }

  private static Preferences without(Preferences preferences, List<Interest> affordable) {
    return preferences.with(affordable);
  }

  /** Only what says which papers is judged, so that it can be shown before the rest is typed. */
  private PreferencesForm form(FormFields fields, boolean inGroup) {
    Map<String, List<String>> which =
        new HashMap<>(PreferencesForm.usual(ZoneOffset.UTC, "en").values());
    which.put("interests", fields.all("interests"));
    which.put("trending", fields.all("trending"));
    which.put(ReachChoice.FIELD, fields.all(ReachChoice.FIELD));
    for (String name : List.of("maximum", "often", "weekday")) {
      if (!fields.all(name).isEmpty()) {
        which.put(name, fields.all(name));
      }
    }
    return new PreferencesForm(new FormFields(which), languages, inGroup);
  }

  /**
   * @param shown what papers are chosen for; empty for none at all
   */
  private Map<String, Object> values(
      PreferencesForm form,
      Optional<Preferences> shown,
      Object whom,
      Function<Preferences, Plan> choose) {
    List<ChosenPaper> chosen =
        switch (shown.map(choose).orElse(null)) {
          case Plan.Papers papers -> papers.chosen();
          case Plan.Nothing nothing -> List.of();
          case null -> List.of();
        };
    Map<String, Object> values = new HashMap<>();
    form.errors().values().stream()
        .findFirst()
        .ifPresent(problem -> values.put("problem", problem));
    values.put("notes", notes(form));
    values.put("summary", summary(chosen));
    values.put(
        "barren", shown.map(preferences -> barren.today(preferences, whom)).orElse(List.of()));
    values.put("wordsAlone", shown.isPresent() && recent.withoutMeaning() > 0);
    values.put("papers", chosen.stream().map(paper -> PaperView.of(paper, today.get())).toList());
    return values;
  }

  /** What is to be said of the interests; whatever a stranger names, nobody is asked for it. */
  private List<Object> notes(PreferencesForm form) {
    Stream<Object> unknown =
        form.preferences().stream()
            .flatMap(preferences -> preferences.interests().stream())
            .flatMap(interest -> PaperReference.of(interest.text()).stream())
            .filter(paper -> papers.find(paper).isEmpty())
            .map(paper -> Message.of("page.preview.unknown", paper));
    return Stream.concat(form.notes().stream().map(PastedInterests.Note::message), unknown)
        .toList();
  }

  /** Such as {@code 10 papers, 3 of them for your interests}. */
  private static Message summary(List<ChosenPaper> chosen) {
    long matched = chosen.stream().filter(paper -> !paper.reason().isTrending()).count();
    return matched == 0 || matched == chosen.size()
        ? Message.of("papers", chosen.size())
        : Message.of("page.preview.matched", chosen.size(), matched);
  }
}
