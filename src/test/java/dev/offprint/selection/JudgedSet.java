package dev.offprint.selection;

import dev.offprint.papers.Candidate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Interests and what their readers want of some days' papers.
 *
 * @param interests by id, in the order of the file
 * @param grades by interest and paper: 2 wanted, 1 borderline, 0 not
 * @param papers those that were judged
 */
record JudgedSet(
    Map<String, Wanted> interests,
    Map<String, Map<String, Integer>> grades,
    Map<String, Candidate> papers) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path DATA = Path.of(System.getProperty("offprint.data", "../shared/data"));
  private static final Pattern VERSION = Pattern.compile("v\\d+$");

  /** What somebody wants to read of. */
  record Wanted(String text, String kind) {}

  /** A set of the folder {@code judged}, whose papers may be those of another. */
  static JudgedSet shared(String name, String papersOf) throws IOException {
    Path folder = DATA.resolve("judged");
    Map<String, JsonNode> papers = new HashMap<>();
    try (Stream<String> lines = lines(folder.resolve(papersOf + "/papers.jsonl.gz"))) {
      lines.map(JSON::readTree).forEach(paper -> papers.put(paper.get("id").asString(), paper));
    }
    try (Stream<String> interests = lines(folder.resolve(name + "/interests.jsonl"));
        Stream<String> grades = lines(folder.resolve(name + "/qrels.tsv"))) {
      return of(interests, grades, papers);
    }
  }

  /** The project's own. */
  static JudgedSet own() throws IOException {
    Map<String, JsonNode> papers = new HashMap<>();
    for (String day : List.of("2025-08-05", "2025-08-12", "2025-08-14")) {
      for (JsonNode paper : JSON.readTree(all(DATA.resolve("arxiv-days/" + day + ".json.gz")))) {
        String id = paper.get("id").asString();
        papers.put(
            VERSION.matcher(id.substring(id.indexOf("/abs/") + 5)).replaceFirst(""),
            ((ObjectNode) paper).put("day", day));
      }
    }
    for (String day : List.of("2024-10-16", "2025-01-22", "2025-06-18", "2025-10-15")) {
      for (JsonNode entry : JSON.readTree(DATA.resolve("hf-daily/" + day + ".json").toFile())) {
        JsonNode paper = entry.get("paper");
        papers.putIfAbsent(
            paper.get("id").asString(),
            JSON.createObjectNode()
                .put("title", paper.get("title").asString())
                .put("abstract", paper.get("summary").asString())
                .put("day", day));
      }
    }
    try (BufferedReader interests = resource("interests.jsonl");
        BufferedReader grades = resource("qrels.tsv")) {
      return of(interests.lines(), grades.lines(), papers);
    }
  }

  private static JudgedSet of(
      Stream<String> interests, Stream<String> grades, Map<String, JsonNode> papers) {
    Map<String, Wanted> wanted = new LinkedHashMap<>();
    interests
        .map(JSON::readTree)
        .forEach(
            line ->
                wanted.put(
                    line.get("id").asString(),
                    new Wanted(line.get("text").asString(), line.get("kind").asString())));
    Map<String, Map<String, Integer>> graded = new HashMap<>();
    Map<String, Candidate> judged = new HashMap<>();
    grades
        .map(line -> line.split("\t", -1))
        .forEach(
            fields -> {
              graded
                  .computeIfAbsent(fields[0], key -> new HashMap<>())
                  .put(fields[1], Integer.valueOf(fields[2]));
              judged.computeIfAbsent(
                  fields[1], id -> candidate(id, Objects.requireNonNull(papers.get(id), id)));
            });
    return new JudgedSet(wanted, graded, judged);
  }

  private static Candidate candidate(String id, JsonNode paper) {
    return TestPapers.paper(
        id,
        LocalDate.parse(paper.get("day").asString()),
        0,
        paper.get("title").asString(),
        paper.get("abstract").asString(),
        List.of(),
        paper.path("categories").valueStream().map(JsonNode::asString).toList());
  }

  private static BufferedReader resource(String name) {
    return new BufferedReader(
        new InputStreamReader(
            Objects.requireNonNull(JudgedSet.class.getResourceAsStream("judged/" + name)),
            StandardCharsets.UTF_8));
  }

  private static byte[] all(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return file.toString().endsWith(".gz")
          ? new String(all(file), StandardCharsets.UTF_8).lines()
          : Files.readString(file).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The days on which there are papers. */
  List<LocalDate> days() {
    return papers.values().stream().map(JudgedSet::day).distinct().sorted().toList();
  }

  static LocalDate day(Candidate paper) {
    return paper.paper().dates().announced();
  }

  int grade(String interest, String paper) {
    return grades.getOrDefault(interest, Map.of()).getOrDefault(paper, 0);
  }
}
