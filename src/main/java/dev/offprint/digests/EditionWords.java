package dev.offprint.digests;

import dev.offprint.digests.EditionNotes.LastBrought;
import dev.offprint.digests.EditionView.Entry;
import dev.offprint.digests.EditionView.Section;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a mail says of its edition as a whole. */
record EditionWords(Edition edition, EditionView view) {
  /** Characters behind the subject that an inbox shows at most. */
  private static final int PREVIEW = 150;

  private static final int PREVIEW_TITLE = 60;
  private static final int MOST_SILENT = 5;
  private static final int INTEREST = 60;

  private Stream<Entry> entries() {
    return Stream.concat(
        view.sections().stream().flatMap(section -> section.entries().stream()),
        view.also().stream());
  }

  String subject() {
    return Subject.of(entries().findFirst().orElseThrow(), edition.papers().size() - 1);
  }

  /** Such as {@code Tuesday, 27 May} or {@code The week to Tuesday, 27 May}. */
  String day() {
    return (edition.isWeekly() ? "The week to " : "") + English.weekday(edition.day());
  }

  /** Such as {@code 13 papers of 1,024 new · 2 minutes}. */
  String contents() {
    String papers = English.count(edition.papers().size(), "paper");
    int considered = edition.notes().considered();
    if (considered > edition.papers().size()) {
      papers += " of " + English.number(considered) + since();
    }
    return papers + " · " + English.count(minutes(), "minute");
  }

  /** From when on papers are counted: the day of the oldest one shown. */
  private String since() {
    LocalDate oldest =
        edition.papers().stream()
            .map(chosen -> chosen.paper().dates().announced())
            .min(LocalDate::compareTo)
            .orElse(edition.day());
    if (edition.isWeekly()) {
      return " of the week";
    }
    return ChronoUnit.DAYS.between(oldest, edition.day()) < 2
        ? " new"
        : " since " + English.day(oldest, edition.day());
  }

  private int minutes() {
    return ReadingTime.minutes(entries().mapToInt(Entry::words).sum());
  }

  /** Of the first paper alone its excerpt, else the other sections by their first papers. */
  String preview() {
    List<Entry> entries = entries().toList();
    if (entries.size() == 1) {
      return Excerpt.ofWords(entries.getFirst().excerpt().text(), PREVIEW);
    }
    List<String> said = new ArrayList<>();
    for (Section section :
        view.sections().subList(Math.min(1, view.sections().size()), view.sections().size())) {
      said.add(
          Excerpt.ofWords(section.heading().name(), PREVIEW_TITLE)
              + ": "
              + Excerpt.ofWords(section.entries().getFirst().paper().title(), PREVIEW_TITLE));
    }
    if (said.isEmpty()) {
      entries.stream()
          .skip(1)
          .map(entry -> Excerpt.ofWords(entry.paper().title(), PREVIEW_TITLE))
          .forEach(said::add);
    }
    StringBuilder preview = new StringBuilder();
    for (String each : said) {
      if (!preview.isEmpty() && preview.length() + each.length() > PREVIEW) {
        break;
      }
      preview.append(preview.isEmpty() ? "" : " · ").append(each);
    }
    return preview.toString();
  }

  /** Such as {@code And 3 more papers in the browser}; empty when all are in the mail. */
  String inBrowser() {
    int missing = edition.papers().size() - Math.toIntExact(entries().count());
    return missing == 0 ? "" : "And " + English.count(missing, "more paper") + " in the browser";
  }

  /** Such as {@code Nothing today for “locks” (last on 3 May).}; possibly empty. */
  String silent() {
    List<LastBrought> silent = edition.notes().silent(edition.day());
    if (silent.isEmpty()) {
      return "";
    }
    List<String> named =
        silent.stream()
            .limit(MOST_SILENT)
            .map(each -> quoted(each) + last(each.day()))
            .collect(Collectors.toCollection(ArrayList::new));
    if (silent.size() > MOST_SILENT) {
      named.add(English.number(silent.size() - MOST_SILENT) + " more");
    }
    return "Nothing "
        + (edition.isWeekly() ? "this week" : "today")
        + " for "
        + English.list(named)
        + ".";
  }

  private static String quoted(LastBrought silent) {
    return "“" + Excerpt.ofWords(InterestWords.of(silent.interest()), INTEREST) + "”";
  }

  private String last(@Nullable LocalDate day) {
    if (day == null) {
      return "";
    }
    return " (last on " + English.day(day, edition.day()) + ")";
  }

  /** Sources that had not answered, without the reasons; possibly empty. */
  static String late(@Nullable String lateSources) {
    if (lateSources == null) {
      return "";
    }
    return "Not in yet when this was made: "
        + OneLine.of(withoutReasons(lateSources))
        + ". Papers from there come with a later mail.";
  }

  /** A reason stands in brackets, and may have some of its own. */
  private static String withoutReasons(String sources) {
    StringBuilder names = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < sources.length(); i++) {
      char character = sources.charAt(i);
      depth += character == '(' ? 1 : 0;
      if (depth == 0) {
        names.append(character);
      }
      depth -= character == ')' && depth > 0 ? 1 : 0;
    }
    return names.toString().replaceAll("\\s+(?=,|$)", "");
  }

  /** Such as {@code You asked for trending papers with ada@lab.example on 3 May 2025.} */
  String asked() {
    Subscriber subscriber = edition.subscriber();
    LocalDate since =
        LocalDate.ofInstant(subscriber.createdAt(), subscriber.preferences().timing().zone());
    return "You get this because "
        + subscriber.address()
        + " asked for "
        + content(subscriber.preferences())
        + (edition.isWeekly() ? ", once a week," : "")
        + " on "
        + English.day(since)
        + " "
        + since.getYear()
        + ".";
  }

  /** What a subscriber asked for, in words that follow "asked for". */
  static String content(Preferences preferences) {
    int interests = preferences.interests().size();
    String matching =
        interests == 0
            ? "papers like those you chose"
            : "papers for " + English.count(interests, "interest");
    return switch (preferences.content()) {
      case TRENDING -> "trending papers";
      case MATCHING -> matching;
      case BOTH -> "trending papers and " + matching;
    };
  }
}
