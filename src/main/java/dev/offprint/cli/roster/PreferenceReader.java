package dev.offprint.cli.roster;

import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.console.TimingText;
import dev.offprint.cli.console.Weekdays;
import dev.offprint.groups.Group;
import dev.offprint.groups.Shared;
import dev.offprint.interests.PastedInterests;
import dev.offprint.messages.Languages;
import dev.offprint.subscribers.Enrolment;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Timing;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads what people want from the lines of one file; what a line leaves out is left as it is. */
final class PreferenceReader {
  /** Many write the same; enough of that is kept, and the rest is understood again. */
  private static final int MOST_UNDERSTOOD = 10_000;

  private final SubscriberFeatures features;
  private final boolean ours;
  private final Languages languages;
  private final Preferences usual;
  private final Map<String, ZoneId> zones = new HashMap<>();
  private final Map<String, List<Interest>> understood = new HashMap<>();

  PreferenceReader(SubscriberFeatures features, Program program) {
    this.features = features;
    this.ours = program == Program.OFFPRINT;
    this.languages = features.languages();
    this.usual =
        new Preferences(
            Content.TRENDING,
            List.of(),
            Preferences.USUAL_PAPERS,
            Timing.usual(features.zone()),
            Format.HTML);
  }

  /**
   * Reads a line.
   *
   * @param groups that they are to be in; the first says what they begin with
   * @throws IllegalArgumentException in words, when a value cannot be used
   */
  Enrolment.Wanted read(RosterLine line, List<Group> groups) {
    UnaryOperator<Preferences> changes = changes(line);
    @Nullable List<Interest> interests = interests(line);
    @Nullable Content content = content(line);
    @Nullable Boolean trending = yesOrNo(line, Column.TRENDING);
    return (before, id) -> {
      Preferences start =
          before.orElseGet(
              () -> groups.stream().findFirst().map(Group::forNewMember).orElse(usual));
      Preferences wanted = changes.apply(interests == null ? start : start.with(interests));
      if (content != null) {
        wanted = wanted.with(content);
      } else if (interests != null || trending != null) {
        boolean isFirstSaid = before.isEmpty() && groups.isEmpty();
        boolean popular =
            trending != null
                ? trending
                : isFirstSaid ? wanted.interests().isEmpty() : start.content().trending();
        wanted = wanted.with(content(popular, wanted.interests()));
      }
      boolean hasGroups =
          !groups.isEmpty()
              || (wanted.isNothing()
                  && id.isPresent()
                  && !features.groups().shared(id.getAsLong()).equals(Shared.NONE));
      if (wanted.isNothing() && !hasGroups) {
        throw new IllegalArgumentException("matching papers only needs at least one interest");
      }
      return wanted;
    };
  }

  private static Content content(boolean popular, List<Interest> interests) {
    return !popular ? Content.MATCHING : interests.isEmpty() ? Content.TRENDING : Content.BOTH;
  }

  /** All but content and interests. */
  private UnaryOperator<Preferences> changes(RosterLine line) {
    List<UnaryOperator<Preferences>> changes = new ArrayList<>();
    add(changes, line, Column.MAXIMUM, PreferenceReader::maximum);
    add(
        changes,
        line,
        Column.TIME,
        text -> {
          var at = TimingText.time(text);
          return p -> p.with(new Timing(at, p.timing().zone(), p.timing().days()));
        });
    add(
        changes,
        line,
        Column.ZONE,
        text -> {
          ZoneId zone = zones.computeIfAbsent(text, TimingText::zone);
          return p -> p.with(new Timing(p.timing().at(), zone, p.timing().days()));
        });
    add(
        changes,
        line,
        Column.DAYS,
        text -> {
          var days = Weekdays.of(text.replaceAll("[\\s;,]+", ",")).days();
          return p -> p.with(new Timing(p.timing().at(), p.timing().zone(), days));
        });
    add(
        changes,
        line,
        Column.FORMAT,
        text -> {
          Format format = constant(Format.class, text);
          return p ->
              new Preferences(
                  p.content(), p.interests(), p.maximum(), p.timing(), format, p.language());
        });
    add(
        changes,
        line,
        Column.LANGUAGE,
        text -> {
          String tag = language(text);
          return p -> p.in(tag);
        });
    return preferences -> {
      Preferences changed = preferences;
      for (UnaryOperator<Preferences> change : changes) {
        changed = change.apply(changed);
      }
      return changed;
    };
  }

  private static void add(
      List<UnaryOperator<Preferences>> changes,
      RosterLine line,
      Column column,
      Function<String, UnaryOperator<Preferences>> reading) {
    String value = line.value(column);
    if (!value.isEmpty()) {
      changes.add(LineReader.read(column, value, reading));
    }
  }

  private static UnaryOperator<Preferences> maximum(String text) {
    int papers = Integer.parseInt(text);
    if (papers < 1 || papers > Preferences.MAX_PAPERS) {
      throw new IllegalArgumentException(
          "the most papers in one mail must be 1 to " + Preferences.MAX_PAPERS);
    }
    return preferences -> preferences.atMost(papers);
  }

  private String language(String text) {
    return languages
        .tag(text)
        .orElseThrow(
            () -> new IllegalArgumentException("there is no such language: " + Text.quoted(text)));
  }

  /** Ours are taken as they stand, even none; of others' it is understood what they stand for. */
  private @Nullable List<Interest> interests(RosterLine line) {
    String value = line.values().get(Column.INTERESTS);
    if (value == null || (!ours && value.isBlank())) {
      return null;
    }
    return LineReader.read(
        Column.INTERESTS,
        value,
        text -> {
          List<String> lines = Several.read(text);
          List<Interest> interests =
              ours
                  ? lines.stream().map(Interest::new).toList()
                  : lines.stream().flatMap(each -> understood(each).stream()).toList();
          return usual.with(interests).interests();
        });
  }

  private List<Interest> understood(String line) {
    List<Interest> known = understood.get(line);
    if (known != null) {
      return known;
    }
    List<Interest> interests = understand(line);
    if (understood.size() < MOST_UNDERSTOOD) {
      understood.put(line, interests);
    }
    return interests;
  }

  private static List<Interest> understand(String line) {
    PastedInterests pasted = PastedInterests.read(line);
    if (!pasted.refused().isEmpty()) {
      PastedInterests.Note refused = pasted.refused().getFirst();
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s: %s", Text.quoted(refused.start()), refused.says()));
    }
    return pasted.interests();
  }

  private static @Nullable Content content(RosterLine line) {
    String value = line.value(Column.CONTENT);
    if (!value.isEmpty()) {
      return LineReader.read(Column.CONTENT, value, text -> constant(Content.class, text));
    }
    @Nullable Boolean trending = yesOrNo(line, Column.TRENDING);
    @Nullable Boolean matching = yesOrNo(line, Column.MATCHING);
    if (trending == null || matching == null) {
      return null;
    }
    if (!trending && !matching) {
      throw new IllegalArgumentException("neither trending nor matching papers are wanted");
    }
    return trending ? matching ? Content.BOTH : Content.TRENDING : Content.MATCHING;
  }

  private static @Nullable Boolean yesOrNo(RosterLine line, Column column) {
    String value = line.value(column);
    return value.isEmpty()
        ? null
        : LineReader.read(
            column,
            value,
            text ->
                switch (text.toLowerCase(Locale.ROOT)) {
                  case "true", "yes", "1", "ja" -> true;
                  case "false", "no", "0", "nein" -> false;
                  default ->
                      throw new IllegalArgumentException(
                          Text.quoted(text) + " is neither yes nor no");
                });
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    Optional<E> known =
        Arrays.stream(type.getEnumConstants())
            .filter(each -> each.name().equalsIgnoreCase(text))
            .findFirst();
    return known.orElseThrow(
        () ->
            new IllegalArgumentException(
                String.format(
                    Locale.ROOT,
                    "%s is none of %s",
                    Text.quoted(text),
                    Arrays.stream(type.getEnumConstants()).map(Text::word).toList())));
  }
}
