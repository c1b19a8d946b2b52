package dev.offprint.cli.roster;

import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Day;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.config.SmtpConfiguration;
import dev.offprint.groups.Group;
import dev.offprint.ledger.NoticeStore;
import dev.offprint.subscribers.Enrolment;
import dev.offprint.subscribers.Enrolment.Kind;
import dev.offprint.subscribers.Enrolment.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes in the people of a file, some at a time: first who they are, then their groups, then the
 * mails that ask them. Broken off anywhere, it is completed by doing it again.
 */
public final class RosterImport {
  private static final int PORTION = 1_000;

  private final SubscriberFeatures features;
  private final Console console;
  private final boolean dry;
  private final RosterReport report;
  private final ConfirmationTurns turns;
  private final Map<String, Integer> seen = new HashMap<>();
  private final List<Person> portion = new ArrayList<>();
  private int read;

  /**
   * An import, which can run once.
   *
   * @param dry whether to tell only what would be
   */
  public RosterImport(SubscriberFeatures features, Console console, boolean dry) {
    this.features = features;
    this.console = console;
    this.dry = dry;
    this.report = new RosterReport(console, dry);
    this.turns = turns(features);
  }

  /** What an import before this one has planned for today and later leaves less room. */
  private static ConfirmationTurns turns(SubscriberFeatures features) {
    SmtpConfiguration.Limits limits = features.configuration().smtp().limits();
    Instant now = features.clock().instant();
    Instant today = Day.today(features).atStartOfDay(features.zone()).toInstant();
    return new ConfirmationTurns(
        limits,
        now,
        features.zone(),
        limits.daily() == 0 ? List.of() : features.ledger().notices().turnsToConfirm(today));
  }

  /**
   * Runs it.
   *
   * @param consent what those agreed to of whom the file does not say it itself
   * @param group that all are to be in
   */
  public CommandResult of(RosterFile file, Optional<String> consent, Optional<Group> group) {
    LineReader lines = new LineReader(features, file.program(), consent, group);
    file.each(line -> read(line, lines));
    take();
    console.progress("");
    return report.result(file.text().file(), file.program(), file.notTaken(), features);
  }

  private void read(RosterLine line, LineReader lines) {
    try {
      Person person = lines.read(line);
      Integer earlier = seen.putIfAbsent(person.entry().address().key(), line.number());
      if (earlier != null) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "the address stands in line %d already", earlier));
      }
      requireOneEdition(person);
      portion.add(person);
    } catch (IllegalArgumentException e) {
      report.line(
          line.number(), line.value(Column.ADDRESS), Kind.REFUSED, String.valueOf(e.getMessage()));
    }
    if (portion.size() == PORTION) {
      take();
    }
    if (++read % PORTION == 0) {
      console.progress(String.format(Locale.ROOT, "%,d lines", read));
    }
  }

  /** Nobody can be in two groups whose edition is the same for all. */
  private void requireOneEdition(Person person) {
    if (person.groups().stream().noneMatch(Group::sameForAll)) {
      return;
    }
    List<Group> present =
        features
            .subscribers()
            .find(person.entry().address())
            .map(known -> features.groups().of(known.id()))
            .orElse(List.of());
    List<Group> same =
        Stream.concat(present.stream(), person.groups().stream())
            .distinct()
            .filter(Group::sameForAll)
            .toList();
    if (same.size() > 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "would be in both %s and %s, whose editions are the same for all members",
              same.get(0).name(),
              same.get(1).name()));
    }
  }

  private void take() {
    List<Result> results =
        features.membership().enrolment().take(portion.stream().map(Person::entry).toList(), dry);
    Set<Long> joined = join(results);
    ask(results);
    for (int i = 0; i < portion.size(); i++) {
      Result result = results.get(i);
      boolean joins = joined.contains(result.subscriberId()) && result.kind() != Kind.NEW;
      report.line(
          portion.get(i).line(),
          portion.get(i).entry().address().toString(),
          joins ? Kind.CHANGED : result.kind(),
          says(result, joins));
    }
    portion.clear();
  }

  private static String says(Result result, boolean joins) {
    if (result.kind() == Kind.NEW) {
      return result.isPending() ? "asked to confirm" : "";
    }
    return !joins ? result.says() : result.says().isEmpty() ? "groups" : result.says() + ", groups";
  }

  /** Says which subscribers come into groups by this. */
  private Set<Long> join(List<Result> results) {
    Map<Long, List<Group>> wanted = new LinkedHashMap<>();
    for (int i = 0; i < portion.size(); i++) {
      Result result = results.get(i);
      if (result.kind() != Kind.REFUSED
          && result.subscriberId() != 0
          && !portion.get(i).groups().isEmpty()) {
        wanted.put(result.subscriberId(), new ArrayList<>(portion.get(i).groups()));
      }
    }
    if (wanted.isEmpty()) {
      return Set.of();
    }
    features
        .groups()
        .of(wanted.keySet())
        .forEach((id, present) -> wanted.getOrDefault(id, new ArrayList<>()).removeAll(present));
    wanted.values().removeIf(List::isEmpty);
    if (!dry) {
      Map<Long, List<Long>> byGroup = new LinkedHashMap<>();
      wanted.forEach(
          (id, groups) ->
              groups.forEach(
                  group -> byGroup.computeIfAbsent(group.id(), none -> new ArrayList<>()).add(id)));
      Instant now = features.clock().instant();
      byGroup.forEach((group, ids) -> features.groups().join(ids, group, now));
    }
    return Set.copyOf(wanted.keySet());
  }

  /** Asks those who did not confirm and were not asked; who would be new has no id. */
  private void ask(List<Result> results) {
    if (results.stream().noneMatch(Result::isPending)) {
      return;
    }
    NoticeStore notices = features.ledger().notices();
    List<Long> pending =
        results.stream()
            .filter(result -> result.isPending() && result.subscriberId() != 0)
            .map(Result::subscriberId)
            .toList();
    Set<Long> asked = notices.askedSince(Instant.EPOCH, pending);
    Map<Long, NoticeStore.Turn> letters = new LinkedHashMap<>();
    int more = 0;
    for (int i = 0; i < portion.size(); i++) {
      Result result = results.get(i);
      if (result.isPending() && !asked.contains(result.subscriberId())) {
        Enrolment.Entry entry = portion.get(i).entry();
        letters.put(result.subscriberId(), turns.of(entry.address().domain()));
        more++;
      }
    }
    if (!dry) {
      notices.askToConfirm(letters);
    }
    report.asked(more, turns.last());
  }
}
