package dev.offprint.digests.sentences;

import dev.offprint.text.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Abstracts of the real data, whose sentences were labelled by reading them. */
final class LabelledAbstracts {
  static final Path DATA = Path.of(System.getProperty("offprint.data", "../shared/data"));

  private LabelledAbstracts() {}

  /**
   * One abstract.
   *
   * @param count of its sentences when it was labelled
   * @param telling the places of those that say what was done or found, from 0
   */
  record Labelled(String id, String title, String abstractText, int count, Set<Integer> telling) {}

  /** Those of a table beside this class, see decision 38. */
  static List<Labelled> read(String table) throws IOException {
    String lines;
    try (InputStream in = LabelledAbstracts.class.getResourceAsStream(table)) {
      lines = new String(Objects.requireNonNull(in, table).readAllBytes(), StandardCharsets.UTF_8);
    }
    Map<String, Map<String, JsonNode>> sources = new HashMap<>();
    List<Labelled> labelled = new ArrayList<>();
    for (String line : lines.lines().filter(l -> !l.startsWith("#")).toList()) {
      String[] fields = line.split("\t", -1);
      if (!sources.containsKey(fields[0])) {
        sources.put(fields[0], papers(fields[0]));
      }
      JsonNode paper = Objects.requireNonNull(sources.get(fields[0]).get(fields[1]), fields[1]);
      String text = paper.path("abstract").asString(paper.path("summary").asString(""));
      labelled.add(
          new Labelled(
              fields[1],
              PlainText.of(paper.path("title").asString("")),
              PlainText.of(text),
              Integer.parseInt(fields[2]),
              Arrays.stream(fields[3].split(" ", -1))
                  .map(number -> Integer.parseInt(number) - 1)
                  .collect(Collectors.toSet())));
    }
    return labelled;
  }

  private static Map<String, JsonNode> papers(String source) throws IOException {
    Map<String, JsonNode> papers = new HashMap<>();
    if (source.endsWith(".jsonl")) {
      for (String line : Files.readAllLines(DATA.resolve(source))) {
        JsonNode paper = JsonMapper.shared().readTree(line);
        papers.put(paper.path("id").asString(), paper);
      }
    } else if (source.startsWith("hf-daily")) {
      for (JsonNode entry :
          JsonMapper.shared().readTree(Files.readString(DATA.resolve(source + ".json")))) {
        papers.put(entry.path("paper").path("id").asString(), entry.path("paper"));
      }
    } else {
      try (InputStream in =
          new GZIPInputStream(Files.newInputStream(DATA.resolve(source + ".json.gz")))) {
        for (JsonNode paper : JsonMapper.shared().readTree(in)) {
          papers.put(
              paper.path("id").asString().replaceFirst("^.*/abs/", "").replaceFirst("v\\d+$", ""),
              paper);
        }
      }
    }
    return papers;
  }
}
