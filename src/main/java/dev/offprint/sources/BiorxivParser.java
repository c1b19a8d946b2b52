package dev.offprint.sources;

import dev.offprint.fetch.JsonMessage;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.sources.dates.FeedDates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the answers of {@code https://api.biorxiv.org/details/{server}/{from}/{to}/{cursor}/json},
 * for bioRxiv and medRxiv alike. The token of the next page is its cursor.
 */
public final class BiorxivParser {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern DAY_IN_DOI =
      Pattern.compile("(?<=/)20\\d\\d\\.\\d\\d\\.\\d\\d(?=\\.)");
  private static final LocalDate LAST_WITHOUT_DAY = LocalDate.of(2019, 12, 10);

  private final String server;
  private final @Nullable LocalDate day;
  private final Instant now;

  /**
   * A parser for pages.
   *
   * @param server {@code biorxiv} or {@code medrxiv}, for a preprint that does not say where it is
   * @param day the day on which the preprints were announced; null takes the date of each
   */
  public BiorxivParser(String server, @Nullable LocalDate day, Instant now) {
    this.server = server;
    this.day = day;
    this.now = now;
  }

  public ParsedPage parse(byte[] page) {
    JsonNode answer;
    try {
      answer = JSON.readTree(page);
    } catch (JacksonException e) {
      return new ParsedPage.Broken("it is not JSON: " + JsonMessage.of(e));
    }
    JsonNode message = answer.path("messages").path(0);
    String status = message.path("status").asString("");
    if (status.toLowerCase(Locale.ROOT).startsWith("no posts found")) {
      return new PageCollector("preprint").page(null, 0, null);
    }
    if (!status.equalsIgnoreCase("ok")) {
      return new ParsedPage.Broken(
          status.isEmpty()
              ? "it has no status; it is no answer of the bioRxiv API"
              : "the bioRxiv API answers with: " + SourceText.line(status, 200));
    }
    if (!answer.path("collection").isArray()) {
      return new ParsedPage.Broken("its collection is not an array");
    }
    PageCollector collector = new PageCollector("preprint");
    answer.path("collection").forEach(preprint -> collector.take(() -> read(preprint)));
    return collector.page(null, count(message, "total"), next(message));
  }

  /** Counts come as numbers or as strings. */
  private static @Nullable Integer count(JsonNode message, String field) {
    String text = message.path(field).asString("");
    return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
  }

  private static @Nullable String next(JsonNode message) {
    Integer total = count(message, "total");
    Integer cursor = count(message, "cursor");
    Integer count = count(message, "count");
    return total != null && cursor != null && count != null && count > 0 && cursor + count < total
        ? String.valueOf(cursor + count)
        : null;
  }

  private Announcement read(JsonNode preprint) {
    JsonFields fields = new JsonFields(preprint);
    String doi = required(fields, "doi");
    LocalDate date = fields.day("date");
    if (date == null) {
      throw new UnusableRecord("it has no date");
    }
    String home = server(fields);
    boolean first = "1".equals(preprint.path("version").asString("1").strip());
    boolean withdrawn = "withdrawn".equalsIgnoreCase(fields.text("type"));
    String page = "https://www." + home + ".org/content/" + doi;
    Paper paper =
        new Paper(
            id(doi),
            fields.title(),
            fields.abstractText("abstract"),
            PersonNames.listed(Objects.requireNonNullElse(fields.text("authors"), "")),
            categories(home, fields.text("category")),
            new Paper.Links(
                SourceText.webAddress(page), SourceText.webAddress(page + ".full.pdf"), null),
            new Paper.Dates(date, announced(first, date, doi), withdrawn ? date : null));
    return new Announcement(
        new Sighting(
            paper,
            journal(fields.text("published")),
            home,
            Map.of(),
            now,
            first ? Sighting.Certainty.STATED : Sighting.Certainty.GUESSED),
        first ? Announcement.Type.NEW : Announcement.Type.REPLACEMENT);
  }

  /**
   * The date is that of the version. A preprint with a later version was announced before it, and
   * not long after the day in its DOI; DOIs without one are of the time before December 2019.
   */
  private LocalDate announced(boolean first, LocalDate date, String doi) {
    if (first) {
      return day != null ? day : date;
    }
    LocalDate dayBefore = date.minusDays(1);
    Matcher matcher = DAY_IN_DOI.matcher(doi);
    LocalDate registered =
        matcher.find() ? FeedDates.day(matcher.group().replace('.', '-')) : LAST_WITHOUT_DAY;
    return registered != null && registered.isBefore(dayBefore) ? registered : dayBefore;
  }

  private String server(JsonFields fields) {
    String named = fields.text("server");
    if (named == null) {
      return server;
    }
    return named.equalsIgnoreCase("medrxiv") ? "medrxiv" : "biorxiv";
  }

  /** "cell biology" of bioRxiv as {@code biorxiv.cell-biology}, in the manner of arXiv's. */
  private static List<String> categories(String server, @Nullable String category) {
    String name =
        category == null
            ? ""
            : SourceText.line(category, 100)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", "-")
                .replaceAll("^-|-$", "");
    return name.isEmpty() ? List.of() : List.of(server + "." + name);
  }

  private static List<PaperId> journal(@Nullable String doi) {
    try {
      return doi == null || !doi.strip().startsWith("10.") ? List.of() : List.of(PaperId.of(doi));
    } catch (IllegalArgumentException e) {
      return List.of(); // The preprint has its own DOI all the same.
    }
  }

  private static PaperId id(String doi) {
    try {
      return PaperId.of(doi);
    } catch (IllegalArgumentException e) {
      throw new UnusableRecord(String.valueOf(e.getMessage()));
    }
  }

  private static String required(JsonFields fields, String field) {
    String text = fields.text(field);
    if (text == null || text.isBlank()) {
      throw new UnusableRecord("it has no " + field);
    }
    return text.strip();
  }
}
