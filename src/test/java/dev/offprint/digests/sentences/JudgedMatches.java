package dev.offprint.digests.sentences;

import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.search.InterestParser;
import dev.offprint.search.MatchedWords;
import dev.offprint.search.PaperWords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The papers of judged days that have words of the judged interests. */
final class JudgedMatches {
  private JudgedMatches() {}

  /**
   * One paper for one interest.
   *
   * @param found the words of the line that the paper has
   * @param wanted whether it was judged wanted or borderline
   */
  record Match(Paper paper, String line, List<String> found, boolean wanted) {}

  private record Judged(String id, String line, Set<String> wanted) {}

  static List<Match> all(Path data) throws IOException {
    List<Judged> interests = new ArrayList<>();
    for (String set : List.of("dev", "dev2")) {
      Path folder = data.resolve("judged").resolve(set);
      Set<String> wanted = new HashSet<>();
      for (String line : Files.readAllLines(folder.resolve("qrels.tsv"))) {
        String[] fields = line.split("\t", -1);
        if (!fields[2].equals("0")) {
          wanted.add(fields[0] + " " + fields[1]);
        }
      }
      for (String line : Files.readAllLines(folder.resolve("interests.jsonl"))) {
        JsonNode json = JsonMapper.shared().readTree(line);
        interests.add(new Judged(json.path("id").asString(), json.path("text").asString(), wanted));
      }
    }
    List<Match> matches = new ArrayList<>();
    for (Paper paper : papers(data)) {
      PaperWords words = new PaperWords(paper);
      for (Judged judged : interests) {
        List<String> found = MatchedWords.of(judged.line, InterestParser.parse(judged.line), words);
        if (!found.isEmpty()) {
          boolean wanted = judged.wanted.contains(judged.id + " " + paper.id().value());
          matches.add(new Match(paper, judged.line, found, wanted));
        }
      }
    }
    return matches;
  }

  static List<Paper> papers(Path data) throws IOException {
    List<Paper> papers = new ArrayList<>();
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(data.resolve("judged/dev/papers.jsonl.gz")))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        JsonNode json = JsonMapper.shared().readTree(line);
        papers.add(
            new Paper(
                PaperId.of(json.path("id").asString()),
                json.path("title").asString(),
                json.path("abstract").asString(),
                List.of(),
                json.path("categories").valueStream().map(JsonNode::asString).toList(),
                new Paper.Links(null, null, null),
                new Paper.Dates(null, LocalDate.EPOCH, null)));
      }
    }
    return papers;
  }
}
