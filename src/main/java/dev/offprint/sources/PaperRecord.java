package dev.offprint.sources;

import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.papers.Signal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One record of Offprint's own format: {@code id} with {@code title}, {@code abstract} or both, and
 * if known {@code authors}, {@code categories}, {@code published}, {@code url}, {@code doi} and
 * {@code upvotes}; also {@code pdf_url} and {@code primary_category}, as archives of arXiv metadata
 * have them, and all that {@code --json} and the API give of a paper. Without a title, the
 * beginning of the abstract is the title.
 */
public final class PaperRecord {
  public static final String SOURCE = "file";

  private PaperRecord() {}

  /**
   * Reads one record.
   *
   * @param day the day on which it was announced; null takes the one that it names, else the day of
   *     publication
   * @throws UnusableRecord when it has no id, or neither title nor abstract, or a field has a wrong
   *     type
   */
  static Sighting read(JsonNode record, @Nullable LocalDate day, LocalDate today, Instant now) {
    JsonFields fields = new JsonFields(record);
    PaperId id = fields.id();
    TitleAndAbstract text = text(fields);
    LocalDate published = fields.day("published");
    LocalDate stated = day != null ? day : fields.day("announced");
    return new Sighting(
        new Paper(
            id,
            text.title(),
            text.abstractText(),
            fields.authors(),
            fields.categories(),
            new Paper.Links(
                page(fields.text("url"), id),
                pdf(fields.either("pdf_url", "pdf"), id),
                SourceText.webAddress(fields.either("code_url", "code"))),
            new Paper.Dates(
                published, announced(stated, published, today), fields.day("withdrawn")),
            listing(fields)),
        fields.doi(),
        SOURCE,
        signals(fields),
        now,
        stated == null && published == null
            ? Sighting.Certainty.GUESSED
            : Sighting.Certainty.STATED);
  }

  private static Map<Signal.Metric, Integer> signals(JsonFields fields) {
    Map<Signal.Metric, Integer> signals = new EnumMap<>(Signal.Metric.class);
    for (Signal.Metric kind : Signal.Metric.values()) {
      Integer count = fields.count(kind.name().toLowerCase(Locale.ROOT));
      if (count != null) {
        signals.put(kind, count);
      }
    }
    return signals;
  }

  private static Paper.Listing listing(JsonFields fields) {
    String organization = fields.line("organization", Paper.MAX_ORGANIZATION);
    String summary = fields.line("source_summary", Paper.MAX_SUMMARY);
    String by = fields.line("summary_by", Paper.MAX_ORGANIZATION);
    return new Paper.Listing(
        organization.isEmpty() ? null : organization,
        summary.isEmpty() ? null : new Paper.Summary(summary, by));
  }

  /** Title and abstract; the beginning of the abstract stands for a title that is not there. */
  private static TitleAndAbstract text(JsonFields fields) {
    String title = fields.line("title", Paper.MAX_TITLE);
    String abstractText = fields.line("abstract", Paper.MAX_ABSTRACT);
    if (!title.isEmpty()) {
      return new TitleAndAbstract(title, abstractText);
    }
    if (abstractText.isEmpty()) {
      throw new UnusableRecord("it has neither a title nor an abstract");
    }
    return TitleAndAbstract.untitled(abstractText);
  }

  private static @Nullable URI page(@Nullable String url, PaperId id) {
    URI given = SourceText.webAddress(url);
    if (given != null) {
      return given;
    }
    return id.arxiv()
        .map(arxiv -> URI.create("https://arxiv.org/abs/" + arxiv))
        .orElseGet(
            () ->
                id.value().startsWith("10.")
                    ? SourceText.webAddress("https://doi.org/" + id.value())
                    : null);
  }

  private static @Nullable URI pdf(@Nullable String url, PaperId id) {
    URI given = SourceText.webAddress(url);
    return given != null
        ? given
        : id.arxiv().map(arxiv -> URI.create("https://arxiv.org/pdf/" + arxiv)).orElse(null);
  }

  private static LocalDate announced(
      @Nullable LocalDate day, @Nullable LocalDate published, LocalDate today) {
    if (day != null) {
      return day;
    }
    return published != null && !published.isAfter(today) ? published : today;
  }
}
