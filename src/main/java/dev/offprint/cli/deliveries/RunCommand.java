package dev.offprint.cli.deliveries;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Day;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.Features.Sending;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.subscribers.GroupText;
import dev.offprint.planning.EditionPlanner.Planned;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Does at once what the daemon does at each subscriber's hour. */
@Command(
    name = "run",
    description =
        "Plan and send a day's editions now, whatever the hour, and wait until they are sent.",
    footer = {
      "",
      "Whoever has an edition for the day already gets no second one.",
      "",
      "Examples:",
      "  offprint run --dry-run                       what would be mailed, and why",
      "  offprint run --subscriber ada@example.org    for one subscriber",
      "  offprint run --due                           as the daemon would, up to now"
    })
public final class RunCommand implements Action<Features> {
  @Option(
      names = "--date",
      paramLabel = "DAY",
      description = "Day to send, as YYYY-MM-DD, today or yesterday; else each subscriber's today.")
  @Nullable Day day;

  @Option(
      names = "--subscriber",
      paramLabel = "EMAIL",
      description = "Only this subscriber; else all who are active.")
  @Nullable EmailAddress address;

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      description = "Only the members of this group who are active.")
  @Nullable String group;

  @Option(
      names = "--due",
      description = "Only those whose hour has come since their last edition, as a timer needs.")
  boolean dueOnly;

  @Option(
      names = "--wait",
      paramLabel = "MINUTES",
      description = "How long to try a relay that is away, or to wait for the daemon; else 10.")
  int wait = 10;

  @Option(names = "--dry-run", description = "Show the plan; write and send nothing.")
  boolean dryRun;

  @Override
  public boolean begins() {
    return true;
  }

  @Override
  public CommandResult act(Features features, Console console) {
    if (wait < 0) {
      throw CommandFailure.wrongUsage("--wait is 0 minutes or more");
    }
    if (dueOnly && day != null) {
      throw CommandFailure.wrongUsage("--due and --date cannot be had at once");
    }
    if (day == null) {
      features
          .clockCheck()
          .problem()
          .ifPresent(
              problem -> {
                throw CommandFailure.failed(problem);
              });
    }
    features.checkMails();
    if (!dryRun) {
      SendingPauseText.of(features)
          .ifPresent(
              paused -> {
                throw CommandFailure.failed(paused);
              });
      features.subscribers().endPauses(features.clock().instant());
    }
    List<Subscriber> readers = readers(features);
    if (day != null && !dryRun) {
      readers = BegunDay.readers(readers, day.in(features), features.clock().instant(), console);
    }
    Instant now = features.clock().instant();
    Map<LocalDate, List<Subscriber>> due =
        readers.stream()
            .filter(reader -> !dueOnly || !reader.nextDue().isAfter(now))
            .filter(reader -> reader.preferences().timing().includes(dayOf(reader, features)))
            .collect(
                Collectors.groupingBy(
                    reader -> dayOf(reader, features), TreeMap::new, Collectors.toList()));
    if (due.isEmpty()) {
      return new CommandResult(
          dueOnly
              ? "Nothing is due: nobody's hour has come since their last edition."
              : "Nothing is due: nobody who is active wants mail on that day.",
          new Document().with("planned", 0).with("skipped", 0));
    }
    due.keySet().forEach(each -> RetainedDays.requireToSend(features, each));
    return dryRun ? new DryRun(features).answer(due, console) : run(due, features, console);
  }

  private List<Subscriber> readers(Features features) {
    if (address == null) {
      return several(features).stream()
          .filter(subscriber -> subscriber.status() == Status.ACTIVE)
          .toList();
    }
    if (group != null) {
      throw CommandFailure.wrongUsage("--subscriber and --group cannot be had at once");
    }
    Subscriber one =
        features
            .subscribers()
            .find(address)
            .orElseThrow(() -> CommandFailure.failed(address + " is no subscriber"));
    if (one.status() != Status.ACTIVE) {
      throw CommandFailure.failed(
          String.format(
              Locale.ROOT,
              "%s is %s and is sent nothing; see 'offprint subscribers resume'",
              address,
              Text.word(one.status())));
    }
    return List.of(one);
  }

  private List<Subscriber> several(Features features) {
    if (group == null) {
      return features.subscribers().all();
    }
    Set<Long> members =
        new HashSet<>(features.groups().members(GroupText.known(features, group).id()));
    return features.subscribers().all().stream()
        .filter(subscriber -> members.contains(subscriber.id()))
        .toList();
  }

  private LocalDate dayOf(Subscriber reader, Features features) {
    if (dueOnly) {
      return reader.preferences().timing().latestDayAt(features.clock().instant());
    }
    return day != null
        ? day.in(features)
        : features.clock().instant().atZone(reader.preferences().timing().zone()).toLocalDate();
  }

  private CommandResult run(
      Map<LocalDate, List<Subscriber>> due, Features features, Console console) {
    // The right to send comes first: a daemon that runs sends what is written down by itself.
    try (@Nullable Sending sending = features.takeSending().orElse(null)) {
      RunOutcome outcome = new RunOutcome(features, due);
      plan(due, features, console);
      if (dueOnly) {
        Instant now = features.clock().instant();
        due.values().forEach(each -> features.subscribers().setDueAgain(each, now));
      }
      Duration patience = Duration.ofMinutes(wait);
      if (sending == null) {
        console.note("The daemon sends them; waiting for it.");
        return outcome.whenSettled(patience);
      }
      outcome.hasten();
      return outcome.after(
          new PatientDispatch(sending.dispatcher(), features, console)
              .drain(patience)
              .relayProblem());
    }
  }

  private static void plan(
      Map<LocalDate, List<Subscriber>> due, Features features, Console console) {
    Planned planned = Planned.NOTHING;
    for (var each : due.entrySet()) {
      planned = planned.plus(features.planner().plan(each.getKey(), each.getValue()));
    }
    console.note(
        String.format(
            Locale.ROOT,
            "Planned %s; %s none.",
            Text.count(planned.editions(), "edition"),
            Text.count(planned.skipped(), "reader gets", "readers get")));
  }
}
