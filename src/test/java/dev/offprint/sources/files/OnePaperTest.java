package dev.offprint.sources.files;

import static dev.offprint.sources.files.PaperFiles.harvested;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.config.DatabaseConfiguration;
import dev.offprint.db.Database;
import dev.offprint.papers.Author;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import dev.offprint.papers.Sighting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking in the same public captures in both orders; prints what became one paper. */
@Tag("real")
class OnePaperTest {
  private static final Path DATA = Path.of(System.getProperty("offprint.data", "../shared/data"));

  // After the last capture, so that each counts as seen on its own day.
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir Path folder;

  @Test
  void bothOrdersOfTwoListsOfTheSameDaysGiveTheSamePapers() {
    List<Path> captures = new ArrayList<>(files("arxiv-days"));
    captures.addAll(files("hf-daily"));
    captures.add(DATA.resolve("listing-papers.jsonl"));
    captures.addAll(files("arxiv-oai"));
    try (Database forth = take(captures, "forth");
        Database back = take(captures.reversed(), "back")) {
      for (String table : List.of("papers", "paper_ids", "paper_titles", "signals")) {
        List<Map<String, Object>> rows = rows(forth, "select * from " + table);
        System.out.printf("%s: %d rows%n", table, rows.size());
        assertThat(rows(back, "select * from " + table)).isEqualTo(rows);
      }
      print(forth, "joined by their title", TITLE_PAIRS);
      print(forth, "works with several ids", SEVERAL_IDS);
      print(forth, "two numbers, one title, not taken for one", NEAR_PAIRS);
    }
  }

  /** Hugging Face's records with their ids hidden; what they hide tells right from wrong. */
  @Test
  void aTitleAndItsFirstAuthorFindAlmostEveryPaperAndNoWrongOne() {
    Map<PaperId, Sighting> arxiv = new HashMap<>();
    sightings("arxiv-days").forEach(sighting -> arxiv.put(sighting.paper().id(), sighting));
    Map<PaperId, Sighting> blogs = new HashMap<>();
    for (Sighting sighting : sightings("hf-daily")) {
      blogs.putIfAbsent(sighting.paper().id(), sighting);
    }
    try (Database database =
        Database.open(new DatabaseConfiguration("", "", "", "", 7), folder.resolve("hidden"))) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(arxiv.values());
      store.record(blogs.values().stream().map(OnePaperTest::hidden).toList());
      List<String> missed = new ArrayList<>();
      List<String> wrong = new ArrayList<>();
      int right = 0;
      for (Sighting blog : blogs.values()) {
        PaperId real = blog.paper().id();
        PaperId found = store.find(hidden(real)).orElseThrow().paper().id();
        Sighting same = arxiv.get(real);
        if (found.equals(real)) {
          right++;
        } else if (!found.value().startsWith("hidden:")) {
          wrong.add(describe(blog) + " taken for " + found);
        } else if (same != null) {
          missed.add(describe(blog) + describe(same));
        }
      }
      System.out.printf("by title: %d right, %s wrong, %s missed%n", right, wrong, missed);
      assertThat(wrong).isEmpty();
      assertThat(missed.size()).isLessThan(right / 5);
    }
  }

  private static PaperId hidden(PaperId id) {
    return new PaperId("hidden:" + id);
  }

  private static Sighting hidden(Sighting sighting) {
    Paper paper = sighting.paper();
    return new Sighting(
        new Paper(
            hidden(paper.id()),
            paper.title(),
            paper.abstractText(),
            paper.authors(),
            paper.categories(),
            paper.links(),
            paper.dates()),
        "blog",
        sighting.signals(),
        sighting.observedAt());
  }

  private static String describe(Sighting sighting) {
    Paper paper = sighting.paper();
    return "%n    %s %s %s %s"
        .formatted(
            paper.id(),
            paper.dates().published(),
            paper.authors().stream().findFirst().map(Author::name).orElse("-"),
            paper.title());
  }

  private static List<Sighting> sightings(String folder) {
    return files(folder).stream()
        .flatMap(
            file -> harvested(new PaperFileReader(CLOCK).read(file, null)).sightings().stream())
        .toList();
  }

  private static final String TITLE_PAIRS =
      """
      select named.paper_id, t.id as other_id, p.title from paper_titles t
        join paper_ids named on named.id = t.id join papers p on p.id = named.paper_id
      where t.id <> named.paper_id and t.id not like '10.%' order by named.paper_id\
      """;
  private static final String SEVERAL_IDS =
      """
      select i.paper_id, i.id as other_id, p.title from paper_ids i join papers p on p.id = i.paper_id
      where i.id <> i.paper_id order by i.paper_id, i.id\
      """;
  private static final String NEAR_PAIRS =
      """
      select distinct one.paper_id, other.paper_id as other_id, p.title
      from paper_titles t join paper_titles s on s.title_key = t.title_key and s.id > t.id
        join paper_ids one on one.id = t.id join paper_ids other on other.id = s.id
        join papers p on p.id = one.paper_id
      where one.paper_id <> other.paper_id order by one.paper_id\
      """;

  private Database take(List<Path> captures, String name) {
    Database database =
        Database.open(new DatabaseConfiguration("", "", "", "", 7), folder.resolve(name));
    PaperStore store = new JdbiPaperStore(database.jdbi());
    PaperFileReader reader = new PaperFileReader(CLOCK);
    long start = System.nanoTime();
    int taken = 0;
    for (Path capture : captures) {
      List<Sighting> sightings = harvested(reader.read(capture, null)).sightings();
      store.record(sightings);
      taken += sightings.size();
    }
    System.out.printf(
        "%s: %d sightings, %.0f a second with reading%n",
        name, taken, taken / ((System.nanoTime() - start) / 1e9));
    return database;
  }

  private static List<Map<String, Object>> rows(Database database, String sql) {
    List<Map<String, Object>> rows =
        new ArrayList<>(
            database.jdbi().withHandle(handle -> handle.createQuery(sql).mapToMap().list()));
    rows.replaceAll(TreeMap::new);
    // When they came, which is what differs.
    rows.forEach(row -> row.remove("revision"));
    rows.sort((one, other) -> one.toString().compareTo(other.toString()));
    return rows;
  }

  private static void print(Database database, String what, String sql) {
    List<Map<String, Object>> rows = rows(database, sql);
    System.out.printf("%s: %d%n", what, rows.size());
    Collections.shuffle(rows, new java.util.Random(1));
    rows.stream().limit(50).forEach(row -> System.out.println("  " + row.values()));
  }

  private static List<Path> files(String name) {
    try (Stream<Path> files = Files.list(DATA.resolve(name))) {
      return files
          .filter(file -> file.toString().matches(".*\\.(?:json|xml)(?:\\.gz)?"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
