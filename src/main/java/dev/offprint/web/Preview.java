package dev.offprint.web;

import dev.offprint.digests.English;
import dev.offprint.interests.PaperReference;
import dev.offprint.papers.PaperStore;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Plan;
import dev.offprint.selection.RecentPapers;
import dev.offprint.subscribers.Preferences;
import dev.offprint.web.http.FormFields;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.Request;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What an edition of today would have for a form as it stands, before anyone commits to it. */
final class Preview {
  private final RecentPapers recent;
  private final BarrenInterests barren;
  private final InterestDial dial;
  private final PaperStore papers;
  private final Supplier<LocalDate> today;

  Preview(RecentPapers recent, PaperStore papers, Supplier<LocalDate> today) {
    this.recent = recent;
    this.barren = new BarrenInterests(recent);
    this.dial = new InterestDial(recent);
    this.papers = papers;
    this.today = today;
  }

  /** The part of a page that shows it; for a script that puts it in its place. */
  Page show(Request request) {
    return show(request.form(), recent::preview);
  }

  /**
   * The same for somebody.
   *
   * @param choose chooses for them
   */
  Page show(FormFields fields, Function<Preferences, Plan> choose) {
    return Page.ok("web/preview.html", values(fields, choose)).with("reaches", dial.of(fields));
  }

  /** What the template shows to a newcomer. */
  Map<String, Object> values(FormFields fields) {
    return values(fields, recent::preview);
  }

  /**
   * What the template shows: the papers, or what is wrong with the form.
   *
   * @param fields as typed; those that say when and whereto are of no meaning
   * @param choose chooses for whoever it is
   */
  Map<String, Object> values(FormFields fields, Function<Preferences, Plan> choose) {
    // Only what says which papers is judged, so that it can be shown before the rest is filled in.
    Map<String, List<String>> which = new HashMap<>(PreferencesForm.usual(ZoneOffset.UTC).values());
    which.put("interests", fields.all("interests"));
    which.put("trending", fields.all("trending"));
    which.put(ReachChoice.FIELD, fields.all(ReachChoice.FIELD));
    for (String name : List.of("maximum", "often", "weekday")) {
      if (!fields.all(name).isEmpty()) {
        which.put(name, fields.all(name));
      }
    }
    PreferencesForm form = new PreferencesForm(new FormFields(which));
    List<ChosenPaper> chosen =
        switch (form.preferences().map(choose).orElse(null)) {
          case Plan.Papers papers -> papers.chosen();
          case Plan.Nothing nothing -> List.of();
          case null -> List.of();
        };
    return Map.of(
        "previewed",
        true,
        "problem",
        form.errors().values().stream().findFirst().orElse(""),
        "notes",
        notes(form),
        "summary",
        summary(chosen),
        "barren",
        form.preferences().map(barren::today).orElse(List.of()),
        "wordsAlone",
        recent.withoutMeaning() > 0,
        "papers",
        chosen.stream().map(paper -> PaperView.of(paper, today.get())).toList());
  }

  /** What is to be said of the interests; whatever a stranger names, nobody is asked for it. */
  private List<String> notes(PreferencesForm form) {
    Stream<String> unknown =
        form.preferences().stream()
            .flatMap(preferences -> preferences.interests().stream())
            .flatMap(interest -> PaperReference.of(interest.text()).stream())
            .filter(paper -> papers.find(paper).isEmpty())
            .map(paper -> "The paper %s is not known here yet.".formatted(paper));
    return Stream.concat(form.notes().stream().map(Object::toString), unknown).toList();
  }

  /** Such as {@code 10 papers, 3 of them for your interests}. */
  private static String summary(List<ChosenPaper> chosen) {
    long matched = chosen.stream().filter(paper -> !paper.reason().isTrending()).count();
    String papers = English.count(chosen.size(), "paper");
    return matched == 0 || matched == chosen.size()
        ? papers
        : papers + ", " + matched + " of them for your interests";
  }
}
