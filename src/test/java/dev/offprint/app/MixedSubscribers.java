package dev.offprint.app;

import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Timing;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Subscribers who want all kinds of things that stand in some papers; the same at every run. */
final class MixedSubscribers {
  private static final List<Content> CONTENTS =
      List.of(Content.TRENDING, Content.MATCHING, Content.BOTH);
  private static final List<String> EXCLUDED =
      List.of("survey", "medical", "benchmark", "video", "language");

  private final List<Paper> papers;
  private final Random random = new Random(20_250_801);

  MixedSubscribers(List<Paper> papers) {
    this.papers = papers;
  }

  void add(int count, Membership membership) {
    for (int number = 0; number < count; number++) {
      EmailAddress address = EmailAddress.of("reader" + number + "@replay.example");
      membership.add(address, preferences(number));
    }
  }

  private Preferences preferences(int number) {
    Content content = CONTENTS.get(number % CONTENTS.size());
    List<Interest> interests =
        content.matching()
            ? Stream.generate(() -> new Interest(interest())).limit(1 + random.nextInt(8)).toList()
            : List.of();
    int maximum = List.of(1, 2, 5, 10, 10, 20, 50).get(random.nextInt(7));
    Set<DayOfWeek> days =
        number % 4 == 0
            ? EnumSet.of(DayOfWeek.of(1 + random.nextInt(5)), DayOfWeek.of(1 + random.nextInt(7)))
            : Timing.DAILY;
    return new Preferences(
        content,
        interests,
        maximum,
        new Timing(LocalTime.of(random.nextInt(12), 0), ZoneOffset.UTC, days),
        Format.HTML);
  }

  private String interest() {
    Paper paper = papers.get(random.nextInt(papers.size()));
    return switch (random.nextInt(10)) {
      case 0 -> "\"" + words(paper, 2) + "\"";
      case 1 -> author(paper);
      case 2 -> "cat:" + category(paper) + " " + words(paper, 1);
      case 3 -> "cat:" + category(paper).replaceFirst("\\..*", ".*") + " " + words(paper, 2);
      case 4 -> "title:" + words(paper, 1);
      case 5 -> words(paper, 1) + " OR \"" + words(paper, 2) + "\"";
      case 6 -> words(paper, 1) + " -" + EXCLUDED.get(random.nextInt(EXCLUDED.size()));
      case 7 -> "how can we do better at " + words(paper, 4) + "?";
      case 8 -> words(paper, 1);
      default -> words(paper, 2 + random.nextInt(2));
    };
  }

  private String words(Paper paper, int count) {
    List<String> words =
        Arrays.stream(paper.title().split("\\s+"))
            .filter(word -> word.matches("[A-Za-z]{4,}"))
            .toList();
    if (words.isEmpty()) {
      return "learning";
    }
    int start = random.nextInt(Math.max(1, words.size() - count + 1));
    return String.join(" ", words.subList(start, Math.min(words.size(), start + count)));
  }

  private static String author(Paper paper) {
    return paper.authors().stream()
        .map(Author::name)
        .filter(name -> name.matches("[A-Za-z]+ [A-Za-z]{3,}"))
        .findFirst()
        .map(name -> "author:\"" + name + "\"")
        .orElse("author:Wang");
  }

  private static String category(Paper paper) {
    return paper.categories().isEmpty() ? "cs.LG" : paper.categories().getFirst();
  }
}
