package dev.offprint.cli;

import dev.offprint.cli.console.PaperFeatures;
import dev.offprint.cli.console.Table;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.console.TimingText;
import dev.offprint.documents.SourceDocument;
import dev.offprint.sources.Harvest;
import dev.offprint.sources.HarvestStore.SourceHealth;
import dev.offprint.sources.LateSources.Late;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the sources are doing, as a table and as JSON.
 *
 * @param rows one for each source that is enabled or was ever asked
 */
public record SourcesText(List<Row> rows, Instant now, ZoneId zone) {
  /** Papers of so long are counted. */
  private static final Duration RECENT = Duration.ofHours(24);

  /**
   * A source.
   *
   * @param health empty while it was never asked
   */
  public record Row(
      String source, boolean enabled, Optional<SourceHealth> health, Optional<Late> late) {}

  /**
   * A source in words.
   *
   * @param lag how long ago it answered
   * @param counts what came lately: new papers, updated ones, those that could not be used
   * @param state "off", "late" or "failing", or empty
   * @param problem why, or what may be missing
   */
  public record Line(
      String source,
      String answered,
      String lag,
      List<String> counts,
      String state,
      Optional<String> problem) {}

  public static SourcesText of(PaperFeatures features) {
    Instant now = features.clock().instant();
    Map<String, SourceHealth> health = features.harvests().health(now.minus(RECENT));
    List<Late> late = features.lateSources();
    List<Row> rows = new ArrayList<>();
    features
        .sources()
        .forEach(
            (name, configured) -> {
              if (configured.enabled() || health.containsKey(name)) {
                rows.add(
                    new Row(
                        name,
                        configured.enabled(),
                        Optional.ofNullable(health.get(name)),
                        late.stream().filter(each -> each.source().equals(name)).findFirst()));
              }
            });
    return new SourcesText(rows, now, features.zone());
  }

  String text() {
    Table table = new Table("SOURCE", "LAST ANSWER", "LAG", "NEW 24 H", "UPDATED", "SET ASIDE", "");
    StringBuilder reasons = new StringBuilder();
    for (Line line : lines()) {
      table.row(
          line.source(),
          line.answered(),
          line.lag(),
          line.counts().get(0),
          line.counts().get(1),
          line.counts().get(2),
          line.state());
      line.problem()
          .ifPresent(why -> reasons.append(Text.paragraph(List.of(line.source() + ": " + why))));
    }
    return table + reasons.toString();
  }

  /** Each source in words. */
  public List<Line> lines() {
    return rows.stream().map(this::line).toList();
  }

  private Line line(Row row) {
    Instant answered = answered(row);
    Optional<Harvest.Counts> recent = row.health().map(SourceHealth::recent);
    return new Line(
        row.source(),
        answered == null ? "never" : TimingText.moment(answered, zone),
        answered == null ? "" : lag(answered),
        List.of(
            count(recent.map(counts -> counts.intake().added())),
            count(recent.map(counts -> counts.intake().updated())),
            count(recent.map(Harvest.Counts::setAside))),
        state(row),
        problem(row));
  }

  List<SourceDocument> documents() {
    return rows.stream().map(this::document).toList();
  }

  private SourceDocument document(Row row) {
    Instant answered = answered(row);
    Optional<Harvest.Counts> recent = row.health().map(SourceHealth::recent);
    return new SourceDocument(
        row.source(),
        row.enabled(),
        answered,
        answered == null ? null : Duration.between(answered, now).toSeconds(),
        recent.map(counts -> counts.intake().added()).orElse(0),
        recent.map(counts -> counts.intake().updated()).orElse(0),
        recent.map(Harvest.Counts::setAside).orElse(0),
        row.late().map(Late::why).orElse(null));
  }

  private static @Nullable Instant answered(Row row) {
    return row.health().map(SourceHealth::answeredAt).orElse(null);
  }

  private static String state(Row row) {
    if (!row.enabled()) {
      return "off";
    }
    if (row.late().isPresent()) {
      return "late";
    }
    boolean answered =
        row.health().map(health -> health.last().ending().kind().isAnswer()).orElse(true);
    return answered ? "" : "failing";
  }

  /** Why it is late, how asking it again has failed since it answered, or what may be missing. */
  private static Optional<String> problem(Row row) {
    if (!row.enabled()) {
      return Optional.empty();
    }
    return row.late()
        .map(Late::why)
        .or(
            () ->
                row.health()
                    .map(health -> health.last().ending())
                    .filter(
                        ending ->
                            ending.kind() != Harvest.Result.NOTHING_NEW && ending.why() != null)
                    .map(Harvest.Ending::toString));
  }

  private String lag(Instant answered) {
    Duration lag = Duration.between(answered, now);
    if (lag.toMinutes() < -10) {
      return "in the future";
    }
    if (lag.toMinutes() < 120) {
      return Math.max(0, lag.toMinutes()) + " min";
    }
    return lag.toHours() < 48 ? lag.toHours() + " h" : lag.toDays() + " d";
  }

  private static String count(Optional<Integer> count) {
    return count.map(known -> String.format(Locale.ROOT, "%,d", known)).orElse("");
  }
}
