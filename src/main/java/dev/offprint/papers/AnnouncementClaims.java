package dev.offprint.papers;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What all kinds of sources said of the day on which a paper was announced.
 *
 * @param byRank of each rank of sources the surest claim, and of equally sure ones the earliest;
 *     not empty
 * @param earliest the first day whose edition can have had the paper while it was believed to be of
 *     any of the days that were ever claimed
 */
record AnnouncementClaims(SortedMap<Integer, Claim> byRank, LocalDate earliest) {
  /** A guess was no reason for an edition that was older than this, in days, when it was made. */
  private static final int LONGEST_LOOK_BACK = 8;

  record Claim(LocalDate day, Sighting.Certainty certainty) {
    private static final Comparator<Claim> BELIEF =
        Comparator.comparing(Claim::certainty)
            .thenComparing(Claim::day, Comparator.<LocalDate>naturalOrder().reversed());

    private static Claim better(Claim one, Claim other) {
      return BELIEF.compare(one, other) >= 0 ? one : other;
    }

    private boolean isGuess() {
      return certainty == Sighting.Certainty.GUESSED;
    }
  }

  static AnnouncementClaims of(Sighting sighting) {
    Claim claim = new Claim(sighting.paper().dates().announced(), sighting.certainty());
    LocalDate seen = sighting.observedAt().atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate lookedBack = seen.minusDays(LONGEST_LOOK_BACK);
    boolean isOld = claim.isGuess() && claim.day().isBefore(lookedBack);
    return new AnnouncementClaims(
        new TreeMap<>(Map.of(Provenance.of(sighting).rank(), claim)),
        isOld ? lookedBack : claim.day());
  }

  /** What both know. */
  AnnouncementClaims join(AnnouncementClaims other) {
    SortedMap<Integer, Claim> all = new TreeMap<>(byRank);
    other.byRank.forEach((rank, claim) -> all.merge(rank, claim, Claim::better));
    return new AnnouncementClaims(
        all, earliest.isBefore(other.earliest) ? earliest : other.earliest);
  }

  /** The first day on which any source put it before its readers; a guess only if all guess. */
  LocalDate day() {
    List<Claim> known = byRank.values().stream().filter(claim -> !claim.isGuess()).toList();
    return (known.isEmpty() ? byRank.values() : known)
        .stream().map(Claim::day).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** As it lies in one column: {@code 0:STATED:2024-05-27 3:GUESSED:2024-05-20}. */
  String text() {
    return byRank.entrySet().stream()
        .map(
            entry ->
                entry.getKey() + ":" + entry.getValue().certainty() + ":" + entry.getValue().day())
        .collect(Collectors.joining(" "));
  }

  static AnnouncementClaims read(String text, LocalDate earliest) {
    SortedMap<Integer, Claim> byRank = new TreeMap<>();
    for (String claim : text.split(" ", -1)) {
      String[] fields = claim.split(":", -1);
      byRank.put(
          Integer.parseInt(fields[0]),
          new Claim(LocalDate.parse(fields[2]), Sighting.Certainty.valueOf(fields[1])));
    }
    return new AnnouncementClaims(byRank, earliest);
  }
}
