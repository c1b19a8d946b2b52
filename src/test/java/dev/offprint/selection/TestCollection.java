package dev.offprint.selection;

import dev.offprint.papers.Paper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Abstracts, queries and which abstracts answer which query: a classic test collection in the
 * format of SMART, read from where the system property {@code offprint.data} says.
 *
 * @param queries by number; only those that an abstract answers
 */
record TestCollection(
    String name,
    List<Paper> papers,
    Map<String, String> queries,
    Map<String, Set<String>> relevant) {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** Information science: 1,460 abstracts, 76 queries, many answers to each. */
  static TestCollection cisi() {
    return read("cisi", 1);
  }

  /** Medicine: 1,033 abstracts without titles, 30 queries. */
  static TestCollection med() {
    return read("med", 2);
  }

  private static TestCollection read(String name, int columnOfDocument) {
    Path folder =
        Path.of(System.getProperty("offprint.data", "../shared/data")).resolve("ir/" + name);
    String start = name.toUpperCase(java.util.Locale.ROOT);
    Map<String, Set<String>> relevant = new TreeMap<>();
    for (String line : lines(folder.resolve(start + ".REL"))) {
      List<String> columns = BLANKS.splitAsStream(line.strip()).toList();
      if (columns.size() > columnOfDocument) {
        relevant
            .computeIfAbsent(columns.getFirst(), query -> new TreeSet<>())
            .add(columns.get(columnOfDocument));
      }
    }
    Map<String, String> queries = new TreeMap<>();
    records(folder.resolve(start + ".QRY"))
        .forEach((id, fields) -> queries.put(id, (fields.title.toString() + fields.text).strip()));
    queries.keySet().retainAll(relevant.keySet());
    List<Paper> papers = new ArrayList<>();
    records(folder.resolve(start + ".ALL"))
        .forEach(
            (id, fields) ->
                papers.add(
                    TestPapers.paper(id, fields.title.toString().strip(), fields.text.toString())
                        .paper()));
    return new TestCollection(name, papers, queries, relevant);
  }

  private static final class Fields {
    private final StringBuilder title = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
  }

  private static Map<String, Fields> records(Path file) {
    Map<String, Fields> records = new java.util.LinkedHashMap<>();
    Fields current = new Fields();
    char field = ' ';
    for (String line : lines(file)) {
      if (line.startsWith(".I ")) {
        current = new Fields();
        records.put(line.substring(3).strip(), current);
      } else if (line.matches("\\.[A-Z]\\s*")) {
        field = line.charAt(1);
      } else if (field == 'T') {
        current.title.append(line).append(' ');
      } else if (field == 'W') {
        current.text.append(line).append(' ');
      }
    }
    return records;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Measures what ranks the papers for a query's text. */
  RankingMeasures measure(java.util.function.Function<String, List<String>> ranker) {
    Map<String, List<String>> rankings = new HashMap<>();
    queries.forEach((id, text) -> rankings.put(id, ranker.apply(text)));
    return RankingMeasures.of(rankings, relevant);
  }
}
