package dev.offprint.cli;

import dev.offprint.bounces.RefusedMails;
import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Day;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.Table;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.console.TimingText;
import dev.offprint.cli.deliveries.SendingPauseText;
import dev.offprint.db.Node;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.NextEditions;
import dev.offprint.papers.Candidate;
import dev.offprint.subscribers.Subscriber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Shows where everything stands. */
@Command(
    name = "status",
    description =
        "Show subscribers, deliveries, sources and papers in numbers, and what is due next.")
final class StatusCommand implements Action<Features> {
  private static final int DAYS = 7;

  @Override
  public CommandResult act(Features features, Console console) {
    List<Subscriber> all =
        new NextEditions(features.ledger().deliveries())
            .of(features.subscribers().all(), features.clock().instant());
    Map<Subscriber.Status, Integer> subscribers = new EnumMap<>(Subscriber.Status.class);
    all.forEach(subscriber -> subscribers.merge(subscriber.status(), 1, Integer::sum));
    Map<LocalDate, Integer> papers = papersByDay(features);
    Map<Delivery.Status, Integer> deliveries = new EnumMap<>(Delivery.Status.class);
    deliveries.putAll(features.ledger().deliveries().counts());
    Optional<Instant> nextDue =
        all.stream()
            .filter(subscriber -> subscriber.status() == Subscriber.Status.ACTIVE)
            .map(Subscriber::nextDue)
            .min(Instant::compareTo);
    Optional<Instant> nextAttempt = features.ledger().deliveries().nextAttempt();
    SourcesText sources = SourcesText.of(features);
    MailboxText mailbox = MailboxText.of(features);
    Optional<String> clock = features.clockCheck().problem();
    RefusedMails refused =
        RefusedMails.in(features.ledger().deliveries(), Day.today(features), DAYS);
    Optional<String> paused = SendingPauseText.brief(features);
    List<Node> nodes = features.nodes();
    boolean runs =
        nodes.isEmpty() ? features.isDaemonRunning() : nodes.stream().anyMatch(Node::isAlive);
    DailyLimitText limit =
        DailyLimitText.of(
            features.readership().limit(),
            subscribers.getOrDefault(Subscriber.Status.ACTIVE, 0),
            Day.today(features));
    String text =
        paused.map(problem -> Text.labelled("Sending", problem) + "\n").orElse("")
            + clock.map(problem -> Text.labelled("Clock", problem) + "\n").orElse("")
            + Text.labelled("Daemon", runs ? "runs" : "none runs; 'offprint serve' starts one")
            + "\n"
            + (nodes.isEmpty() ? "" : Text.labelled("Nodes", inWords(nodes, features)) + "\n")
            + Text.labelled("Times", "in " + features.zone())
            + "\n"
            + Text.labelled("Subscribers", inWords(subscribers))
            + "\n"
            + limit.text().map(most -> Text.labelled("Limit", most) + "\n").orElse("")
            + Text.labelled("Deliveries", inWords(deliveries))
            + "\n"
            + Text.labelled("Next due", moment(nextDue, features, "no edition"))
            + "\n"
            + Text.labelled("Next try", moment(nextAttempt, features, "nothing is waiting"))
            + "\n"
            + Text.labelled("Mailbox", mailbox.text())
            + "\n"
            + Text.labelled("Refused", inWords(refused))
            + "\n\n"
            + sources.text()
            + "\n"
            + table(papers);
    return new CommandResult(
        text,
        new Document()
            .with("subscribers", counts(subscribers, Subscriber.Status.values()))
            .with("daily_limit", limit.document())
            .with("deliveries", counts(deliveries, Delivery.Status.values()))
            .with(
                "paused_since",
                features.ledger().claims().pausedSince().map(Instant::toString).orElse(null))
            .with("daemon", runs)
            .with("nodes", nodes.stream().map(StatusCommand::document).toList())
            .with("clock_problem", clock.orElse(null))
            .with("next_due", nextDue.map(Instant::toString).orElse(null))
            .with("next_attempt", nextAttempt.map(Instant::toString).orElse(null))
            .with("mailbox", mailbox.document())
            .with(
                "refused",
                new Document()
                    .with("days", DAYS)
                    .with("count", refused.count())
                    .with("last", refused.count() == 0 ? null : refused.last()))
            .with("sources", sources.documents())
            .with("papers", days(papers)));
  }

  private static String inWords(List<Node> nodes, Features features) {
    return nodes.stream()
        .map(
            node ->
                String.format(
                    Locale.ROOT,
                    "%s (%.8s) %s %s",
                    node.host(),
                    node.name(),
                    node.isAlive() ? "since" : "gone since",
                    TimingText.moment(
                        node.isAlive() ? node.since() : node.leaseUntil(), features.zone())))
        .collect(Collectors.joining(", "));
  }

  private static Document document(Node node) {
    return new Document()
        .with("name", node.name())
        .with("host", node.host())
        .with("version", node.version())
        .with("since", node.since().toString())
        .with("lease_until", node.leaseUntil().toString())
        .with("alive", node.isAlive());
  }

  private static Map<LocalDate, Integer> papersByDay(Features features) {
    LocalDate today = Day.today(features);
    Map<LocalDate, Integer> days = new TreeMap<>(java.util.Comparator.reverseOrder());
    for (int back = 0; back < DAYS; back++) {
      days.put(today.minusDays(back), 0);
    }
    for (Candidate candidate : features.papers().announced(today.minusDays(DAYS - 1), today)) {
      days.merge(candidate.paper().dates().announced(), 1, Integer::sum);
    }
    return days;
  }

  private static <E extends Enum<E>> String inWords(Map<E, Integer> counts) {
    String words =
        counts.entrySet().stream()
            .filter(count -> count.getValue() > 0)
            .map(
                count ->
                    String.format(
                        Locale.ROOT, "%,d %s", count.getValue(), Text.word(count.getKey())))
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "none" : words;
  }

  private static String inWords(RefusedMails refused) {
    return refused.count() == 0
        ? String.format(Locale.ROOT, "none in %d days", DAYS)
        : String.format(
            Locale.ROOT,
            "%s in %d days, for the sender, its network or the content; the last: %s",
            Text.count(refused.count(), "mail"),
            DAYS,
            refused.last());
  }

  private static String moment(Optional<Instant> instant, Features features, String none) {
    return instant.map(due -> TimingText.moment(due, features.zone())).orElse(none);
  }

  private static String table(Map<LocalDate, Integer> papers) {
    Table table = new Table("ANNOUNCED", "PAPERS");
    papers.forEach(
        (day, count) -> table.row(TimingText.day(day), String.format(Locale.ROOT, "%,d", count)));
    return table.toString();
  }

  private static <E extends Enum<E>> Document counts(Map<E, Integer> counts, E[] all) {
    Document document = new Document();
    Arrays.stream(all)
        .forEach(status -> document.with(Text.word(status), counts.getOrDefault(status, 0)));
    return document;
  }

  private static List<Document> days(Map<LocalDate, Integer> papers) {
    return papers.entrySet().stream()
        .map(
            day ->
                new Document().with("day", day.getKey().toString()).with("papers", day.getValue()))
        .toList();
  }
}
