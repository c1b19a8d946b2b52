package dev.offprint.digests;

import dev.offprint.digests.EditionNotes.LastBrought;
import dev.offprint.digests.EditionView.Entry;
import dev.offprint.digests.EditionView.Section;
import dev.offprint.messages.Message;
import dev.offprint.messages.Messages;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says of its edition as a whole.
 *
 * @param pieces of the same language
 * @param in the language of its reader
 */
record EditionWords(Edition edition, EditionView view, PaperPieces pieces, Messages in) {
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
    return Subject.of(entries().findFirst().orElseThrow(), edition.papers().size() - 1, in);
  }

  /** Such as {@code Tuesday, 27 May} or {@code The week to Tuesday, 27 May}. */
  String day() {
    String day = in.text("pattern.weekday", edition.day());
    return edition.isWeekly() ? in.text("edition.week", day) : day;
  }

  /** Such as {@code 13 papers of 1,024 new · 2 minutes}. */
  String contents() {
    Message papers = Message.of("papers", edition.papers().size());
    int considered = edition.notes().considered();
    return in.text(
        "edition.contents",
        considered > edition.papers().size() ? of(papers, considered) : papers,
        minutes());
  }

  /** Papers are counted from the day of the oldest one shown on. */
  private Message of(Message papers, int considered) {
    if (edition.isWeekly()) {
      return Message.of("edition.papers.week", papers, considered);
    }
    LocalDate oldest =
        edition.papers().stream()
            .map(chosen -> chosen.paper().dates().announced())
            .min(LocalDate::compareTo)
            .orElse(edition.day());
    return ChronoUnit.DAYS.between(oldest, edition.day()) < 2
        ? Message.of("edition.papers.new", papers, considered)
        : Message.of("edition.papers.since", papers, considered, Days.day(oldest, edition.day()));
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
    return missing == 0 ? "" : in.text("edition.browser", missing);
  }

  /** Such as {@code Nothing today for “locks” (last on 3 May).}; possibly empty. */
  String silent() {
    List<LastBrought> silent = edition.notes().silent(edition.day());
    if (silent.isEmpty()) {
      return "";
    }
    List<Message> named =
        silent.stream()
            .limit(MOST_SILENT)
            .map(this::named)
            .collect(Collectors.toCollection(ArrayList::new));
    if (silent.size() > MOST_SILENT) {
      named.add(Message.of("edition.silent.more", silent.size() - MOST_SILENT));
    }
    return in.text(edition.isWeekly() ? "edition.silent.week" : "edition.silent.today", named);
  }

  private Message named(LastBrought silent) {
    SectionHeading heading = pieces.heading(silent.interest());
    String interest = Excerpt.ofWords(heading.name() + heading.after(), INTEREST);
    LocalDate day = silent.day();
    return day == null
        ? Message.of("edition.silent.interest", interest)
        : Message.of("edition.silent.last", interest, Days.day(day, edition.day()));
  }

  /** Sources that had not answered, without the reasons; possibly empty. */
  static String late(@Nullable String lateSources, Messages in) {
    if (lateSources == null) {
      return "";
    }
    return in.text("edition.late", OneLine.of(withoutReasons(lateSources)));
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
    String address = subscriber.address().toString();
    Message asked = content(subscriber.preferences());
    List<String> groups = edition.groups();
    if (!groups.isEmpty()) {
      return subscriber.preferences().isNothing()
          ? in.text("edition.asked.group", address, groups)
          : in.text("edition.asked.groups", address, asked, groups);
    }
    return in.text(
        edition.isWeekly() ? "edition.asked.weekly" : "edition.asked",
        address,
        asked,
        Message.of("pattern.day.year", since));
  }

  /** What a subscriber asked for. */
  static Message content(Preferences preferences) {
    int interests = preferences.interests().size();
    Message matching =
        interests == 0 ? Message.of("content.alike") : Message.of("content.matching", interests);
    return switch (preferences.content()) {
      case TRENDING -> Message.of("content.trending");
      case MATCHING -> matching;
      case BOTH -> Message.of("content.both", matching);
    };
  }
}
