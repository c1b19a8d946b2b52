package dev.offprint.papers;

import dev.offprint.db.Database;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes sightings, and looks at all that a store holds. */
final class Works {
  static final LocalDate MONDAY = LocalDate.of(2024, 5, 27);
  static final Instant NOON = Instant.parse("2024-05-27T12:00:00Z");
  static final String TITLE = "Gallai and Schur numbers of small bounded graphs";

  private Works() {}

  static Sighting sighting(String source, String id, String... alsoKnownAs) {
    return titled("On " + id, MONDAY, source, id, alsoKnownAs);
  }

  static Sighting titled(
      String title, LocalDate day, String source, String id, String... alsoKnownAs) {
    Paper paper =
        new Paper(
            new PaperId(id),
            title,
            "Abstract by " + source + ".",
            List.of(new Author("Ada Lovelace")),
            List.of(),
            new Paper.Links(URI.create("https://" + source + ".example/" + id), null, null),
            new Paper.Dates(day, day, null));
    return new Sighting(
        paper, List.of(alsoKnownAs).stream().map(PaperId::new).toList(), source, Map.of(), NOON);
  }

  static Sighting counted(Sighting sighting, int upvotes, Instant at) {
    return new Sighting(
        sighting.paper(),
        sighting.alsoKnownAs(),
        sighting.source(),
        Map.of(Signal.Metric.UPVOTES, upvotes),
        at);
  }

  static List<String> ids(PaperStore store) {
    List<String> ids = new ArrayList<>();
    store.changedSince(-1, candidate -> ids.add(candidate.paper().id().value()));
    ids.sort(null);
    return ids;
  }

  /**
   * Every row of the tables that papers are kept in, those of the same content alike; without when
   * they came to look so.
   */
  static Map<String, List<Map<String, Object>>> contents(Database database) {
    Map<String, List<Map<String, Object>>> contents = new TreeMap<>();
    for (String table : List.of("papers", "paper_ids", "paper_titles", "signals")) {
      contents.put(
          table,
          database
              .jdbi()
              .withHandle(handle -> handle.createQuery("select * from " + table).mapToMap().list())
              .stream()
              .<Map<String, Object>>map(TreeMap::new)
              .peek(row -> row.remove("revision"))
              .sorted(Comparator.comparing(Object::toString))
              .toList());
    }
    return contents;
  }
}
