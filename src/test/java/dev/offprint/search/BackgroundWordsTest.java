package dev.offprint.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The counts that are shipped; {@code -Doffprint.write=true} writes them anew. */
class BackgroundWordsTest {
  private static final Path SHIPPED =
      Path.of("src/main/resources/dev/offprint/search", BackgroundWords.RESOURCE);
  private static final Pattern ACCENT = Pattern.compile("\\\\[\"'`^~=.]\\s?\\{?([A-Za-z])\\}?");
  private static final Pattern COMMAND = Pattern.compile("\\\\[A-Za-z]+");
  private static final Pattern VERSION = Pattern.compile("v\\d+$");

  private final Set<String> ids = new HashSet<>();
  private final TreeMap<String, Integer> counts = new TreeMap<>();

  private void count(Path file) {
    try (InputStream day = new GZIPInputStream(Files.newInputStream(file))) {
      for (JsonNode paper : new JsonMapper().readTree(day)) {
        if (ids.add(VERSION.matcher(paper.get("id").asString()).replaceAll(""))) {
          String text = paper.get("title").asString() + " " + paper.get("abstract").asString();
          String withoutTex =
              COMMAND.matcher(ACCENT.matcher(text).replaceAll("$1")).replaceAll(" ");
          BackgroundWords.in(withoutTex).forEach(word -> counts.merge(word, 1, Integer::sum));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @Tag("real")
  void theShippedCountsAreThoseOfTheData() throws IOException {
    Path data = Path.of(System.getProperty("offprint.data", "../shared/data"), "arxiv-days");
    try (Stream<Path> files = Files.list(data)) {
      files.filter(file -> file.toString().endsWith(".json.gz")).sorted().forEach(this::count);
    }
    counts.values().removeIf(count -> count < BackgroundWords.RAREST);
    List<String> lines =
        Stream.concat(
                Stream.of(BackgroundWords.DOCUMENTS + "\t" + ids.size()),
                counts.entrySet().stream().map(word -> word.getKey() + "\t" + word.getValue()))
            .toList();
    if (System.getProperty("offprint.write") != null) {
      Files.write(SHIPPED, lines);
    }

    assertThat(Files.readAllLines(SHIPPED)).isEqualTo(lines);
  }

  @Test
  void usualWordsAreThereAndNamesAreNot() {
    BackgroundWords words = BackgroundWords.shipped();

    assertThat(words.papers()).isEqualTo(17_535);
    assertThat(words.frequency("Model")).isGreaterThan(6_000);
    assertThat(words.frequency("Schrödinger")).isPositive();
    assertThat(words.frequency("Yann")).isZero();
    assertThat(BackgroundWords.in("Of the λ-calculus, 3D and the GPT-4o's mothers"))
        .containsExactlyInAnyOrder("the", "calculus", "and", "gpt", "mothers");
  }
}
