package dev.offprint.operator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/**
 * Whether Offprint does all of its work: the database answers, the timetable goes on, mails are
 * handed over, papers come. It names no address.
 */
public final class Readiness {
  private static final String UNKNOWN = "not known while the database does not answer";

  private final Probe database;
  private final SequencedMap<String, Supplier<Optional<String>>> parts = new LinkedHashMap<>();
  private final Supplier<Optional<String>> harvest;

  /**
   * Looks at one daemon.
   *
   * @param timetable what keeps it from going on
   * @param sender what keeps mails from being handed over
   * @param harvest why papers are missing; asks the database
   */
  public Readiness(
      Runnable database,
      Supplier<Optional<String>> timetable,
      Supplier<Optional<String>> sender,
      Supplier<Optional<String>> harvest) {
    this.database = new Probe(database, System::nanoTime);
    parts.put("timetable", timetable);
    parts.put("sender", sender);
    this.harvest = harvest;
  }

  /** Whether the database answers now. */
  boolean isDatabaseThere() {
    return database.problem().isEmpty();
  }

  /** What is wrong with each part; nothing with most. */
  SequencedMap<String, Optional<String>> look() {
    SequencedMap<String, Optional<String>> found = new LinkedHashMap<>();
    found.put("database", database.problem());
    parts.forEach((name, problem) -> found.put(name, problem.get()));
    found.put("harvest", papers());
    return found;
  }

  private Optional<String> papers() {
    if (!isDatabaseThere()) {
      return Optional.of(UNKNOWN);
    }
    try {
      return harvest.get();
    } catch (RuntimeException e) {
      return Optional.of(UNKNOWN); // It went away this moment.
    }
  }

  /** As programs read it. */
  static Map<String, Object> document(Map<String, Optional<String>> found) {
    Map<String, Object> all = new LinkedHashMap<>();
    found.forEach(
        (name, problem) ->
            all.put(
                name,
                problem
                    .<Map<String, Object>>map(why -> Map.of("ready", false, "problem", why))
                    .orElse(Map.of("ready", true))));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("ready", isReady(found));
    document.put("parts", all);
    return document;
  }

  static boolean isReady(Map<String, Optional<String>> found) {
    return found.values().stream().allMatch(Optional::isEmpty);
  }
}
