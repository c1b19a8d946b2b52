package dev.offprint.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.metrics.PlanningTimers.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Meters are as the documentation lists them, and as the dashboard asks for them. */
class MetersTest {
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
  private static final Pattern NAME = Pattern.compile("\\b(?:offprint|jvm|process|system)_\\w+");
  private static final Figures FIGURES =
      new Figures(
          Map.of("sent", 12, "failed", 1),
          Map.of("sent", 300, "bounced", 2, "complained", 1),
          Figures.Returned.of(2, 1, 303),
          new Figures.Queue(7, Duration.ofSeconds(90)),
          Map.of("active", 40),
          3);

  private final Meters meters = new Meters(() -> NOW);
  private final AtomicReference<Optional<Figures>> figures =
      new AtomicReference<>(Optional.of(FIGURES));

  @BeforeEach
  void everythingHappensOnce() {
    meters.harvested("arxiv", "harvested");
    meters.papers("arxiv", "added", 5);
    meters.answered("arxiv", NOW.minusSeconds(60));
    meters.planning().time(Stage.INDEX, () -> {});
    meters.sending().count(SendingMeters.Outcome.SENT);
    meters.sending().taken(Duration.ofMinutes(3));
    meters.sending().taken(Duration.ofMinutes(-3));
    assertThat(meters.sending().handOver(() -> "taken")).isEqualTo("taken");
    meters.show(Set.of("sent", "failed", "bounced", "complained"), Set.of("active"), figures::get);
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theDocumentationListsEveryMeterAndNoOther() throws IOException {
    Set<String> documented =
        found(
            Pattern.compile("(?m)^\\| `(\\w+)` \\|"),
            Files.readString(Path.of("docs", "metrics.md")));
    assertThat(documented).isEqualTo(found(Pattern.compile("(?m)^# TYPE (\\w+) "), meters.page()));
  }

  @Test
  void theDashboardAsksForMetersThatThereAre() throws IOException {
    Set<String> samples = found(Pattern.compile("(?m)^(\\w+)[ {]"), meters.page());
    int asked = 0;
    for (var panel :
        new JsonMapper()
            .readTree(Files.readString(Path.of("docs", "grafana.json")))
            .get("panels")) {
      for (var target : panel.get("targets")) {
        Matcher name = NAME.matcher(target.get("expr").stringValue());
        assertThat(name.find()).as("what %s asks for", panel.get("title")).isTrue();
        do {
          assertThat(samples).contains(name.group());
          asked++;
        } while (name.find());
      }
    }
    assertThat(asked).isGreaterThan(15);
  }

  @Test
  void whatStandsInTheDatabaseIsRead() {
    assertThat(meters.page())
        .contains(
            "offprint_editions_today{status=\"sent\"} 12.0",
            "offprint_editions_today{status=\"bounced\"} 0.0",
            "offprint_editions_month{status=\"sent\"} 300.0",
            "offprint_queue 7.0",
            "offprint_queue_oldest_seconds 90.0",
            "offprint_due 3.0",
            "offprint_subscribers{status=\"active\"} 40.0");
  }

  @Test
  void withoutADatabaseThereIsNoValueRatherThanNone() {
    figures.set(Optional.empty());
    assertThat(meters.page())
        .contains("offprint_queue NaN", "offprint_editions_today{status=\"sent\"} NaN");
  }

  @Test
  void anEditionThatCameBeforeItsHourWasOnTime() {
    assertThat(meters.page())
        .contains(
            "offprint_punctuality_seconds_bucket{le=\"60.0\"} 1",
            "offprint_punctuality_seconds_bucket{le=\"300.0\"} 2");
  }

  @Test
  void sharesAreOfWhatWasSent() {
    assertThat(Figures.Returned.of(2, 1, 1_000)).isEqualTo(new Figures.Returned(0.002, 0.001));
    assertThat(Figures.Returned.of(0, 0, 0)).isEqualTo(new Figures.Returned(0, 0));
  }
}
