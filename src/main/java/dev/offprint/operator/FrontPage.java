package dev.offprint.operator;

import dev.offprint.bounces.AddressesInText;
import dev.offprint.bounces.RefusedMails;
import dev.offprint.cli.MailboxText;
import dev.offprint.cli.SourcesText;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.console.TimingText;
import dev.offprint.ledger.Delivery.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How everything stands, on one page. */
final class FrontPage {
  private static final int PAPER_DAYS = 7;
  private static final Duration SELDOM = Duration.ofMinutes(1);

  private final OperatorPages.Parts parts;
  private final Features features;
  private final LedgerFigures figures;
  private final Cached<Map<Status, Integer>> totals;
  private final Cached<RefusedMails> refused;
  private final Cached<List<SourcesText.Line>> sources;
  private final Cached<List<Map<String, Object>>> papers;

  FrontPage(OperatorPages.Parts parts) {
    this.parts = parts;
    this.features = parts.features();
    this.figures = parts.figures();
    this.totals =
        new Cached<>(() -> features.ledger().deliveries().counts(), SELDOM, System::nanoTime);
    this.refused =
        new Cached<>(
            () -> RefusedMails.in(features.ledger().deliveries(), figures.today(), PAPER_DAYS),
            SELDOM,
            System::nanoTime);
    this.sources =
        new Cached<>(
            () -> SourcesText.of(features).lines(), Duration.ofSeconds(5), System::nanoTime);
    this.papers = new Cached<>(this::papersByDay, SELDOM, System::nanoTime);
  }

  /** What the template shows; without a database little more than that. */
  Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    ZoneId zone = features.zone();
    String brand = features.configuration().mail().brand();
    values.put("brand", brand.isEmpty() ? "Offprint" : brand);
    values.put("at", TimingText.moment(features.clock().instant(), zone) + " " + zone.getId());
    List<String> problems = new ArrayList<>();
    parts
        .readiness()
        .look()
        .forEach((name, problem) -> problem.ifPresent(why -> problems.add(name + ": " + why)));
    parts
        .relayProblem()
        .get()
        .ifPresent(why -> problems.add("relay: " + AddressesInText.masked(why)));
    boolean there = parts.readiness().isDatabaseThere();
    values.put("there", there);
    if (there) {
      values.putAll(standing(problems));
    }
    values.put("problems", problems);
    return values;
  }

  private Map<String, Object> standing(List<String> problems) {
    Map<String, Object> values = new HashMap<>();
    features.clockCheck().problem().ifPresent(why -> problems.add("clock: " + why));
    sources.get().stream()
        .filter(source -> source.state().equals("late") || source.state().equals("failing"))
        .forEach(
            source ->
                problems.add(
                    String.format(
                        Locale.ROOT,
                        "%s is %s: %s",
                        source.source(),
                        source.state(),
                        source.problem().orElse("no reason is known"))));
    if (refused.get().count() > 0) {
      problems.add(refused.get().forLog());
    }
    var days = figures.days();
    DayNumbers today = DayNumbers.of(days.lastEntry().getValue());
    values.put("day", TimingText.day(figures.today()));
    values.put("today", today.shown());
    values.put("due", shown(figures.overview().due()));
    values.put("reasons", reasons());
    values.put("deliveries", new DeliveriesView(days).values());
    values.put("queue", queue());
    values.put("readers", new ReadersView(figures).values());
    values.put("sources", sources.get());
    values.put("papers", papers.get());
    values.put("troubled", new TroubledView(features).of(figures.troubled()));
    values.put("totals", inWords(totals.get()));
    values.put("mailbox", AddressesInText.masked(MailboxText.of(features).text()));
    return values;
  }

  private List<Map<String, Object>> reasons() {
    return figures.skipped().entrySet().stream()
        .map(
            reason ->
                Map.<String, Object>of(
                    "why",
                    AddressesInText.masked(Text.cut(Text.oneLine(reason.getKey()), 160)),
                    "count",
                    shown(reason.getValue())))
        .toList();
  }

  private Map<String, Object> queue() {
    ZoneId zone = features.zone();
    Map<String, Object> queue = new HashMap<>();
    queue.put("count", shown(figures.waiting().count()));
    queue.put("oldest", figures.waiting().count() == 0 ? "" : inWords(figures.oldest()));
    queue.put("next", moment(figures.waiting().next(), zone, "nothing is waiting"));
    queue.put("due", moment(figures.overview().nextDue(), zone, "no edition"));
    return queue;
  }

  private static String moment(Optional<Instant> instant, ZoneId zone, String none) {
    return instant.map(known -> TimingText.moment(known, zone)).orElse(none);
  }

  private List<Map<String, Object>> papersByDay() {
    LocalDate today = figures.today();
    TreeMap<LocalDate, Integer> days = new TreeMap<>(java.util.Comparator.reverseOrder());
    for (int back = 0; back < PAPER_DAYS; back++) {
      days.put(today.minusDays(back), 0);
    }
    features
        .papers()
        .announced(today.minusDays(PAPER_DAYS - 1), today)
        .forEach(paper -> days.merge(paper.paper().dates().announced(), 1, Integer::sum));
    int most = days.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return days.entrySet().stream()
        .map(
            day ->
                Map.<String, Object>of(
                    "day",
                    TimingText.day(day.getKey()),
                    "count",
                    shown(day.getValue()),
                    "width",
                    most == 0 ? 0 : 100 * day.getValue() / most))
        .toList();
  }

  /** "3,000 sent, 2 failed". */
  private static String inWords(Map<Status, Integer> counts) {
    List<String> words = new ArrayList<>();
    counts.forEach(
        (status, count) -> {
          if (count > 0) {
            words.add(shown(count) + " " + LedgerFigures.word(status));
          }
        });
    return words.isEmpty() ? "none" : String.join(", ", words);
  }

  /** "40 s", "12 min", "3 h". */
  private static String inWords(Duration time) {
    if (time.toMinutes() < 2) {
      return time.toSeconds() + " s";
    }
    if (time.toMinutes() < 120) {
      return time.toMinutes() + " min";
    }
    return time.toHours() < 48 ? time.toHours() + " h" : time.toDays() + " d";
  }

  /** "3,000". */
  static String shown(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
