package dev.offprint.sources.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Paper;
import dev.offprint.papers.Sighting;
import dev.offprint.sources.HarvestOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Files of papers and what is read of them, for the tests of this package. */
public final class PaperFiles {
  public static final Instant NOW = Instant.parse("2024-05-28T09:30:00Z");
  public static final InstantSource CLOCK = InstantSource.fixed(NOW);

  /** One element of Hugging Face's list, with all that is looked at. */
  public static final String HUGGING_FACE =
      """
      {"paper": {"id": "2405.15738", "title": "ConvLLaVA:\\n Hierarchical Backbones",
        "summary": "High-resolution\\nmodels.", "authors": [{"name": "Chunjiang Ge"}, {"name": "Sijie Cheng"}],
        "publishedAt": "2024-05-24T17:34:15.000Z", "submittedOnDailyAt": "2024-05-27T01:23:45.000Z",
        "upvotes": 46, "githubRepo": "https://github.com/alibaba/conv-llava", "githubStars": 150,
        "organization": {"name": "example-lab", "fullname": "Example Lab"}, "ai_summary": "Images of\\nhigh resolution."},
       "publishedAt": "2024-05-26T00:00:00.000Z", "numComments": 3}
      """;

  /** One record of Offprint's own format, with all that is looked at. */
  public static final String RECORD =
      """
      {"id": "http://arxiv.org/abs/2503.02136v1", "title": "Gallai-Schur numbers", "abstract": "It shows.",
       "authors": ["Fred Rowley"], "categories": ["cs.DM", "math.CO", "05C55 (Primary)"],
       "primary_category": "math.CO", "published": "2025-03-03T23:59:22+00:00",
       "pdf_url": "http://arxiv.org/pdf/2503.02136v1", "upvotes": 5,
       "organization": "Institute of Numbers", "source_summary": "Two numbers are bounded.", "summary_by": "A reader"}
      """
          .replace("\n", " ");

  private PaperFiles() {}

  public static byte[] gzip(String text) {
    return gzip(text.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream output = new GZIPOutputStream(packed)) {
      output.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  public static HarvestOutcome.Harvested harvested(HarvestOutcome outcome) {
    assertThat(outcome).isInstanceOf(HarvestOutcome.Harvested.class);
    return (HarvestOutcome.Harvested) outcome;
  }

  public static List<Paper> papers(HarvestOutcome outcome) {
    return harvested(outcome).sightings().stream().map(Sighting::paper).toList();
  }

  public static String broken(HarvestOutcome outcome) {
    assertThat(outcome).isInstanceOf(HarvestOutcome.Broken.class);
    String why = ((HarvestOutcome.Broken) outcome).why();
    assertThat(why).isNotBlank().doesNotContain("\n");
    return why;
  }

  public static String unreachable(HarvestOutcome outcome) {
    assertThat(outcome).isInstanceOf(HarvestOutcome.Unreachable.class);
    String why = ((HarvestOutcome.Unreachable) outcome).why();
    assertThat(why).isNotBlank().doesNotContain("\n");
    return why;
  }
}
