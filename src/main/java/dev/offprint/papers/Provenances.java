package dev.offprint.papers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The origins of all parts of one paper, as they lie in one column: {@code tawp:0:1716811200000000
 * c:2:…} says that title, abstract and links are from a source of rank 0 at so many microseconds.
 */
final class Provenances {
  private final Map<SourcedValue.Part, Provenance> origins = new EnumMap<>(SourcedValue.Part.class);
  private final Provenance otherwise;

  private Provenances(Instant firstSeen) {
    otherwise = new Provenance(Provenance.UNKNOWN, firstSeen);
  }

  static Provenances of(Map<SourcedValue.Part, SourcedValue> claims) {
    Provenances origins = new Provenances(Instant.EPOCH);
    claims.forEach((part, claim) -> origins.origins.put(part, claim.origin()));
    return origins;
  }

  /**
   * Reads the column.
   *
   * @param firstSeen taken for parts that it does not name
   */
  static Provenances read(String text, Instant firstSeen) {
    Provenances origins = new Provenances(firstSeen);
    for (String group : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
      String[] fields = group.split(":", -1);
      Provenance origin =
          new Provenance(
              Integer.parseInt(fields[1]),
              Instant.EPOCH.plus(Long.parseLong(fields[2]), ChronoUnit.MICROS));
      for (SourcedValue.Part part : SourcedValue.Part.values()) {
        if (fields[0].indexOf(part.letter()) >= 0) {
          origins.origins.put(part, origin);
        }
      }
    }
    return origins;
  }

  Provenance of(SourcedValue.Part part) {
    return origins.getOrDefault(part, otherwise);
  }

  String text() {
    Map<Provenance, StringBuilder> groups = new TreeMap<>();
    origins.forEach(
        (part, origin) ->
            groups.computeIfAbsent(origin, key -> new StringBuilder()).append(part.letter()));
    return groups.entrySet().stream()
        .map(
            group ->
                group.getValue()
                    + ":"
                    + group.getKey().rank()
                    + ":"
                    + ChronoUnit.MICROS.between(Instant.EPOCH, group.getKey().observedAt()))
        .collect(Collectors.joining(" "));
  }
}
