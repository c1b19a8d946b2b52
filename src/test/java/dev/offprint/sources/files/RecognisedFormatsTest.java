package dev.offprint.sources.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.sources.FeedSamples;
import dev.offprint.sources.HarvestOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecognisedFormatsTest {
  @TempDir Path folder;

  private HarvestOutcome read(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("papers"), content);
    return new PaperFileReader(() -> FeedSamples.NOW).read(file, null);
  }

  private List<String> sources(byte[] content) throws IOException {
    assertThat(read(content)).isInstanceOf(HarvestOutcome.Harvested.class);
    return ((HarvestOutcome.Harvested) read(content))
        .sightings().stream().map(sighting -> sighting.source()).distinct().toList();
  }

  @Test
  void everyFormatIsRecognisedByItsContent() throws IOException {
    Map<String, String> formats =
        Map.of(
            FeedSamples.API, "arxiv",
            FeedSamples.DAILY_ATOM, "arxiv",
            FeedSamples.RSS, "arxiv",
            FeedSamples.OAI, "arxiv",
            FeedSamples.JOURNAL, "file",
            FeedSamples.BLOG, "file",
            FeedSamples.BIORXIV, "biorxiv");
    for (Map.Entry<String, String> format : formats.entrySet()) {
      assertThat(sources(FeedSamples.bytes(format.getKey()))).containsExactly(format.getValue());
    }
  }

  @Test
  void aFeedMayBePackedOrInUtf16() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(FeedSamples.bytes(FeedSamples.OAI));
    }

    assertThat(sources(packed.toByteArray())).containsExactly("arxiv");
    assertThat(sources(FeedSamples.RSS.getBytes(StandardCharsets.UTF_16))).containsExactly("arxiv");
  }

  @Test
  void aWebPageAndOtherXmlAreBroken() throws IOException {
    assertThat(read(FeedSamples.bytes("<!doctype html><html></html>")))
        .isEqualTo(new HarvestOutcome.Broken("an HTML page came instead of a feed"));
    assertThat(read(FeedSamples.bytes("<svg/>")))
        .isEqualTo(new HarvestOutcome.Broken("it is neither a feed nor an OAI-PMH answer"));
  }
}
