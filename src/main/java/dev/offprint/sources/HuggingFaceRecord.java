package dev.offprint.sources;

import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.papers.Signal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One element of Hugging Face's {@code daily_papers}. Every field but the id and the title may be
 * missing. The upvotes stand inside {@code paper}, the comments beside it, and the organisation may
 * be in either place. A model wrote the {@code ai_summary}.
 */
final class HuggingFaceRecord {
  static final String SOURCE = "huggingface";

  private static final String SUMMARY_BY = "Hugging Face (AI)";

  private HuggingFaceRecord() {}

  public static boolean fits(JsonNode element) {
    return element.path("paper").isObject();
  }

  /**
   * Reads one element.
   *
   * @param day the day that was asked for; null takes the one on which it was submitted to the list
   * @throws UnusableRecord when it has no id or title, or a field has a wrong type
   */
  public static Sighting read(
      JsonNode element, @Nullable LocalDate day, LocalDate today, Instant now) {
    JsonFields paper = new JsonFields(element.path("paper"));
    JsonFields listing = new JsonFields(element);
    PaperId id = paper.id();
    LocalDate listed = day != null ? day : paper.day("submittedOnDailyAt");
    LocalDate submitted = listing.day("publishedAt");
    LocalDate announced = first(listed, submitted, today);
    Map<Signal.Metric, Integer> signals = new EnumMap<>(Signal.Metric.class);
    put(signals, Signal.Metric.UPVOTES, paper.count("upvotes"));
    put(signals, Signal.Metric.COMMENTS, listing.count("numComments"));
    put(signals, Signal.Metric.STARS, paper.count("githubStars"));
    return new Sighting(
        new Paper(
            id,
            paper.title(),
            paper.abstractText("summary"),
            paper.authors(),
            List.of(),
            new Paper.Links(page(id), pdf(id), SourceText.webAddress(paper.text("githubRepo"))),
            new Paper.Dates(paper.day("publishedAt"), announced, paper.day("withdrawnAt")),
            listing(element)),
        List.of(),
        SOURCE,
        signals,
        now,
        certainty(listed, submitted));
  }

  /** What is of another form is as good as missing: no paper is lost for it. */
  private static Paper.Listing listing(JsonNode element) {
    JsonNode paper = element.path("paper");
    String within = organization(paper.path("organization"));
    String name = within.isEmpty() ? organization(element.path("organization")) : within;
    String summary = text(paper.path("ai_summary"), Paper.MAX_SUMMARY);
    return new Paper.Listing(
        name.isEmpty() ? null : name,
        summary.isEmpty() ? null : new Paper.Summary(summary, SUMMARY_BY));
  }

  private static String organization(JsonNode organization) {
    String fullName = text(organization.path("fullname"), Paper.MAX_ORGANIZATION);
    return fullName.isEmpty() ? text(organization.path("name"), Paper.MAX_ORGANIZATION) : fullName;
  }

  private static String text(JsonNode node, int longest) {
    return node.isString() ? SourceText.line(node.stringValue(), longest) : "";
  }

  private static URI page(PaperId id) {
    return id.arxiv()
        .map(arxiv -> URI.create("https://arxiv.org/abs/" + arxiv))
        .orElseGet(
            () ->
                URI.create(
                    "https://huggingface.co/papers/"
                        + java.net.URLEncoder.encode(
                            id.value(), java.nio.charset.StandardCharsets.UTF_8)));
  }

  private static @Nullable URI pdf(PaperId id) {
    return id.arxiv().map(arxiv -> URI.create("https://arxiv.org/pdf/" + arxiv)).orElse(null);
  }

  private static void put(
      Map<Signal.Metric, Integer> signals, Signal.Metric kind, @Nullable Integer value) {
    if (value != null) {
      signals.put(kind, value);
    }
  }

  private static LocalDate first(
      @Nullable LocalDate listed, @Nullable LocalDate submitted, LocalDate today) {
    if (listed != null) {
      return listed;
    }
    return submitted != null ? submitted : today;
  }

  private static Sighting.Certainty certainty(
      @Nullable LocalDate listed, @Nullable LocalDate submitted) {
    if (listed != null) {
      return Sighting.Certainty.STATED;
    }
    return submitted != null ? Sighting.Certainty.DERIVED : Sighting.Certainty.GUESSED;
  }
}
