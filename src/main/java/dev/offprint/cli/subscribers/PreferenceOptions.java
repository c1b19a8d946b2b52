package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.PastedArguments;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.console.Weekdays;
import dev.offprint.groups.Shared;
import dev.offprint.interests.PastedInterests;
import dev.offprint.messages.Messages;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Reach;
import dev.offprint.subscribers.Timing;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a subscriber wants, as options; what is not given stays as it was. */
final class PreferenceOptions {
  @Option(
      names = "--trending",
      negatable = true,
      description = "Whether to send papers that are popular with everyone.")
  @Nullable Boolean trending;

  @Option(
      names = "--interest",
      paramLabel = "TEXT",
      description =
          "Send papers on this; repeat it for each interest. Words, \"a phrase\", author:name,"
              + " cat:cs.LG, and -word for what must not be there; or the id or address of a"
              + " paper.")
  @Nullable List<String> interests;

  @Option(
      names = "--reach",
      paramLabel = "REACH",
      description =
          "How far the interests given here reach, or all of them if none is given: strict,"
              + " normal or broad. The same as ~strict or ~broad at the end of each.")
  @Nullable Reach reach;

  @Option(names = "--max", paramLabel = "N", description = "Most papers in one mail, 1 to 50.")
  @Nullable Integer maximum;

  @Option(names = "--at", paramLabel = "TIME", description = "Time of day, such as 07:00.")
  @Nullable LocalTime at;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone of that time, such as Europe/Oslo.")
  @Nullable ZoneId zone;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      description = "Days of the week: daily, mon-fri or mon,wed,fri.")
  @Nullable Weekdays days;

  @Option(
      names = "--weekly",
      paramLabel = "DAY",
      description =
          "One mail a week, on this day, such as mon: of the trending papers, those with the most"
              + " votes of the week. The same as --days with one day.")
  @Nullable DayOfWeek weekly;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "html (with its text beside it) or text.")
  @Nullable Format format;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      description = "Of mails and of the subscriber's pages: en, de, or one that you added.")
  @Nullable String language;

  boolean given() {
    return trending != null
        || interests != null
        || reach != null
        || maximum != null
        || at != null
        || zone != null
        || days != null
        || weekly != null
        || format != null
        || language != null;
  }

  /** The preferences of a new subscriber: trending papers unless only interests are given. */
  Preferences orUsual(SubscriberFeatures features, Console console) {
    checkLanguage(features);
    boolean popular = trending != null ? trending : interests == null;
    return preferences(
        popular,
        given(console),
        new Preferences(
            Content.TRENDING,
            List.of(),
            Preferences.USUAL_PAPERS,
            Timing.usual(features.zone()),
            Format.HTML));
  }

  /**
   * The given options over a subscriber's preferences.
   *
   * @throws CommandFailure when they do not go together
   */
  Preferences over(
      Preferences before,
      List<String> added,
      List<Interest> removed,
      SubscriberFeatures features,
      Console console) {
    checkLanguage(features);
    if (trending == null && interests == null && added.isEmpty() && removed.isEmpty()) {
      return preferences(before.content(), reaching(before.interests(), reach), before);
    }
    List<Interest> lines =
        new ArrayList<>(
            interests != null
                ? given(console)
                : reaching(before.interests(), added.isEmpty() ? reach : null));
    lines.addAll(PastedArguments.read("--add-interest", added, reach, console));
    removed.forEach(line -> remove(line, lines));
    return preferences(trending != null ? trending : before.content().trending(), lines, before);
  }

  /**
   * Makes sure that somebody gets something.
   *
   * @throws CommandFailure when they do not
   */
  static void requireSomething(Preferences preferences, Shared fromGroups) {
    if (preferences.isNothing() && fromGroups.equals(Shared.NONE)) {
      throw CommandFailure.wrongUsage("matching papers only needs at least one interest");
    }
  }

  private void checkLanguage(SubscriberFeatures features) {
    if (language == null) {
      return;
    }
    Optional<String> known = features.languages().tag(language.strip());
    if (known.isEmpty()) {
      throw CommandFailure.wrongUsage(
          String.format(
              Locale.ROOT,
              "--language %s: there is no such language; there are %s. README.md of the templates"
                  + " says how to add one",
              Text.quoted(language),
              features.languages().all().stream()
                  .map(Messages::language)
                  .collect(Collectors.joining(", "))));
    }
    language = known.get();
  }

  private List<Interest> given(Console console) {
    return interests == null
        ? List.of()
        : PastedArguments.read("--interest", interests, reach, console);
  }

  private static List<Interest> reaching(List<Interest> interests, @Nullable Reach reach) {
    return reach == null
        ? interests
        : interests.stream().map(interest -> interest.with(reach)).toList();
  }

  /** Also by what it was written as before it was understood. */
  private static void remove(Interest unwanted, List<Interest> lines) {
    List<Interest> meant = PastedInterests.read(unwanted.line()).interests();
    if (!lines.removeIf(line -> line.text().equalsIgnoreCase(unwanted.text()))
        && !lines.removeAll(meant)) {
      throw CommandFailure.wrongUsage(
          String.format(
              Locale.ROOT, "%s is not among the interests", Text.quoted(unwanted.line())));
    }
  }

  private Preferences preferences(boolean popular, List<Interest> lines, Preferences before) {
    Content content =
        !popular ? Content.MATCHING : lines.isEmpty() ? Content.TRENDING : Content.BOTH;
    return preferences(content, lines, before);
  }

  private Set<DayOfWeek> days(Preferences before) {
    if (days != null && weekly != null) {
      throw CommandFailure.wrongUsage("--days and --weekly cannot be had at once");
    }
    return weekly != null ? Set.of(weekly) : days != null ? days.days() : before.timing().days();
  }

  private Preferences preferences(Content content, List<Interest> lines, Preferences before) {
    try {
      return new Preferences(
          content,
          lines,
          Objects.requireNonNullElse(maximum, before.maximum()),
          new Timing(
              Objects.requireNonNullElse(at, before.timing().at()),
              Objects.requireNonNullElse(zone, before.timing().zone()),
              days(before)),
          Objects.requireNonNullElse(format, before.format()),
          Objects.requireNonNullElse(language, before.language()));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.wrongUsage(String.valueOf(e.getMessage()));
    }
  }
}
