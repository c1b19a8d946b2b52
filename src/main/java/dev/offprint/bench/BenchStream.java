package dev.offprint.bench;

import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.papers.Signal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Papers for any number of days, made of real ones by giving them other ids and titles. */
final class BenchStream {
  private final List<Paper> papers;
  private final int daily;

  /**
   * @param papers what is varied, at least one
   * @param daily how many a day has
   */
  BenchStream(List<Paper> papers, int daily) {
    this.papers = papers;
    this.daily = daily;
  }

  /**
   * The papers of a day.
   *
   * @param number of the day, from 0
   */
  List<Sighting> day(Instant now, int number) {
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<Sighting> sightings = new ArrayList<>();
    for (int each = 0; each < daily; each++) {
      int serial = number * daily + each;
      Paper real = papers.get(serial % papers.size());
      Paper varied =
          new Paper(
              new PaperId("10.5555/bench." + serial),
              real.title() + String.format(Locale.ROOT, " (part %d)", serial),
              real.abstractText(),
              real.authors(),
              real.categories(),
              real.links(),
              new Paper.Dates(day, day, null),
              real.listing());
      sightings.add(new Sighting(varied, "bench", Map.of(Signal.Metric.UPVOTES, serial % 97), now));
    }
    return sightings;
  }
}
