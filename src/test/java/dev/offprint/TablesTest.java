package dev.offprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each table belongs to one package, and no SQL of another one names it. */
class TablesTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/offprint");
  private static final Path MIGRATIONS = Path.of("src/main/resources/dev/offprint/db");

  /** The one package that may name a table. */
  private static final Map<String, String> OWNERS =
      Map.ofEntries(
          Map.entry("papers", "papers"),
          Map.entry("paper_ids", "papers"),
          Map.entry("paper_titles", "papers"),
          Map.entry("paper_intake", "papers"),
          Map.entry("signals", "papers"),
          Map.entry("harvests", "sources"),
          Map.entry("subscribers", "subscribers"),
          Map.entry("requests", "subscribers"),
          Map.entry("address_changes", "subscribers"),
          Map.entry("feedback", "subscribers"),
          Map.entry("suppressions", "subscribers"),
          Map.entry("soft_bounces", "subscribers"),
          Map.entry("former_subscribers", "subscribers"),
          Map.entry("recipient_changes", "subscribers"),
          Map.entry("nodes", "db"),
          Map.entry("shared_keys", "db"),
          Map.entry("forgotten_deliveries", "ledger"),
          Map.entry("reader_groups", "groups"),
          Map.entry("group_members", "groups"),
          Map.entry("vectors", "meaning"),
          Map.entry("deliveries", "ledger"),
          Map.entry("editions", "ledger"),
          Map.entry("ledger_start", "ledger"),
          Map.entry("sending_pause", "ledger"),
          Map.entry("returned_messages", "bounces"),
          Map.entry("mailbox_polls", "bounces"));

  /** Named by {@code db.ExclusiveLock} alone. */
  private static final String LOCK = "planning_turn";

  /** Tables of the timetable, which Quartz alone reads and writes. */
  private static final String QUARTZ = "qrtz_";

  private static final Pattern LITERAL =
      Pattern.compile(
          """
          (?s)//[^\\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\])+'|\"""\\s*\\n(.*?)\"""|"((?:\\\\.|[^"\\\\\\n])*)\"\
          """);

  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(?<!for"
              + " )(?:from|join|into|update)\\s+(\\w+(?:(?:\\s+(?:as\\s+)?\\w+)?\\s*,\\s*\\w+)*)");

  private static final Pattern MADE =
      Pattern.compile(
          "(create|drop) table (?:if (?:not )?exists )?(\\w+)|alter table (\\w+) rename to (\\w+)");

  @Test
  void eachTableIsNamedByItsPackageAlone() throws IOException {
    Map<String, Set<String>> named = new TreeMap<>();
    List<String> strangers = new ArrayList<>();
    for (Path file : stores()) {
      String home = SOURCES.relativize(file.resolveSibling("")).toString().replace('/', '.');
      for (String table : tables(sql(Files.readString(file)))) {
        named.computeIfAbsent(table, unnamed -> new TreeSet<>()).add(home);
        if (!home.equals(OWNERS.get(table))) {
          strangers.add(file.getFileName() + " of " + home + " names " + table);
        }
      }
    }
    assertThat(strangers).isEmpty();
    assertThat(named.keySet()).isEqualTo(OWNERS.keySet());
  }

  @Test
  void theTablesAreThoseThatTheMigrationsLeave() throws IOException {
    Set<String> owned = new TreeSet<>(OWNERS.keySet());
    owned.add(LOCK);
    assertThat(migrated().stream().filter(table -> !table.startsWith(QUARTZ))).containsAll(owned);
    assertThat(migrated().stream().filter(table -> !table.startsWith(QUARTZ))).hasSameSizeAs(owned);
  }

  /** A name that is put together could be any table's. */
  @Test
  void noStorePutsANameTogether() throws IOException {
    Pattern open = Pattern.compile("(?<!for)\\s(from|join|into|update)\\s*(%s.*)?$");
    for (Path file : stores()) {
      assertThat(sql(Files.readString(file))).as("%s", file).noneMatch(open.asPredicate());
    }
  }

  @Test
  void whatIsNamedIsSeenHoweverItIsWritten() {
    assertThat(
            tables(
                sql(
                    """
                    // "select * from harvests"
                    char quote = '"';
                    String one = "select 1 from papers p," // cut here
                        + " signals where id in (select id from feedback) for update";
                    String two = \"""
                        merge into vectors using editions
                        delete from suppressions\"""; /* "update harvests" */
                    """)))
        .containsExactlyInAnyOrder("papers", "signals", "feedback", "vectors", "suppressions");
  }

  private static List<Path> stores() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.getFileName().toString().matches("Jdbi\\w*\\.java"))
          .sorted()
          .toList();
    }
  }

  /** The literals of a source; those that are added up are one. */
  private static List<String> sql(String source) {
    List<String> literals = new ArrayList<>();
    StringBuilder between = new StringBuilder();
    int end = 0;
    Matcher found = LITERAL.matcher(source);
    while (found.find()) {
      between.append(source, end, found.start());
      end = found.end();
      String literal = found.group(1) != null ? found.group(1) : found.group(2);
      if (literal == null) {
        continue; // a comment or a character
      }
      boolean added = !literals.isEmpty() && between.toString().strip().equals("+");
      String text = literal.replaceAll("\\\\\\s*\\n\\s*|\\s+", " ").strip();
      literals.add(added ? literals.removeLast() + " " + text : text);
      between.setLength(0);
    }
    return literals;
  }

  private static Set<String> tables(List<String> sql) {
    Set<String> tables = new TreeSet<>();
    for (String statement : sql) {
      Matcher named = NAMED.matcher(statement);
      while (named.find()) {
        for (String each : named.group(1).split("\\s*,\\s*", -1)) {
          tables.add(each.split("\\s", 2)[0]);
        }
      }
    }
    tables.removeIf(
        word -> !OWNERS.containsKey(word) && !word.startsWith(QUARTZ) && !word.equals(LOCK));
    return tables;
  }

  private static Set<String> migrated() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(MIGRATIONS)) {
      files =
          all.sorted(
                  Comparator.comparingInt(
                      file ->
                          Integer.parseInt(
                              file.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"))))
              .toList();
    }
    Set<String> tables = new TreeSet<>();
    for (Path file : files) {
      Matcher made = MADE.matcher(Files.readString(file));
      while (made.find()) {
        if ("create".equals(made.group(1))) {
          tables.add(made.group(2));
        } else if (made.group(3) == null) {
          tables.remove(made.group(2));
        } else {
          tables.remove(made.group(3));
          tables.add(made.group(4));
        }
      }
    }
    return tables;
  }
}
