package dev.offprint.selection;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads real papers from where the system property {@code offprint.data} says. */
public final class RealPapers {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern VERSION = Pattern.compile("v\\d+$");

  private RealPapers() {}

  private static Path data() {
    return Path.of(System.getProperty("offprint.data", "../shared/data"));
  }

  /** The 223 papers of a listing page. */
  static TestPapers listing() {
    try (Stream<String> lines = Files.lines(data().resolve("listing-papers.jsonl"))) {
      return new TestPapers(
          lines
              .map(JSON::readTree)
              .map(
                  paper ->
                      TestPapers.paper(
                          paper.get("id").asString(),
                          paper.get("title").asString(),
                          paper.get("abstract").asString()))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The papers of some weekdays in a row, at most {@code limit}. */
  static TestPapers hfDaily(LocalDate from, int limit) {
    List<Candidate> papers = new ArrayList<>();
    for (LocalDate day = from; papers.size() < limit; day = day.plusDays(1)) {
      Path file = data().resolve("hf-daily/" + day + ".json");
      if (Files.exists(file)) {
        for (JsonNode entry : JSON.readTree(file.toFile())) {
          papers.add(paper(entry.get("paper"), day));
        }
      }
    }
    return new TestPapers(papers.subList(0, limit));
  }

  private static Candidate paper(JsonNode paper, LocalDate day) {
    return TestPapers.paper(
        paper.get("id").asString(),
        day,
        paper.path("upvotes").asInt(0),
        paper.get("title").asString(),
        paper.get("summary").asString(),
        paper.get("authors").valueStream().map(author -> author.get("name").asString()).toList(),
        List.of());
  }

  /** The same papers, all announced on one day, as if that many were announced a week. */
  static TestPapers asOneWeek(TestPapers papers, LocalDate lastDay) {
    List<Candidate> moved = new ArrayList<>();
    for (Candidate candidate : papers.all()) {
      var paper = candidate.paper();
      moved.add(
          TestPapers.paper(
              paper.id().value(),
              lastDay.minusDays(moved.size() % DaySelector.CANDIDATE_DAYS),
              candidate.popularity().upvotes(),
              paper.title(),
              paper.abstractText(),
              paper.authors().stream().map(author -> author.name()).toList(),
              List.of(moved.size() % 3 == 0 ? "cs.LG" : "cs.CL")));
    }
    return new TestPapers(moved);
  }

  /** The papers of all days of arXiv in all fields, each once, by id. */
  public static List<Paper> arxivDays() throws IOException {
    Map<String, Paper> papers = new TreeMap<>();
    try (Stream<Path> days = Files.list(data().resolve("arxiv-days"))) {
      for (Path day : days.sorted().toList()) {
        for (JsonNode paper : read(day)) {
          String id = VERSION.matcher(paper.get("id").asString()).replaceFirst("");
          papers.computeIfAbsent(id, key -> paper(key, paper));
        }
      }
    }
    return List.copyOf(papers.values());
  }

  private static JsonNode read(Path day) {
    try (InputStream file = new GZIPInputStream(Files.newInputStream(day))) {
      return JSON.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Paper paper(String id, JsonNode paper) {
    return TestPapers.paper(
            id,
            TestPapers.DAY,
            0,
            paper.get("title").asString(),
            paper.get("abstract").asString(),
            List.of(),
            paper.get("categories").valueStream().map(JsonNode::asString).toList())
        .paper();
  }

  /** The papers of one arXiv day in all fields, every fourth of them. */
  static List<Paper> arxivDay(String day) {
    List<Paper> papers = new ArrayList<>();
    int number = 0;
    for (JsonNode paper : read(data().resolve("arxiv-days/" + day + ".json.gz"))) {
      if (number++ % 4 == 0) {
        papers.add(paper(paper.get("id").asString(), paper));
      }
    }
    return papers;
  }
}
