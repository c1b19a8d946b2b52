package dev.offprint.papers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The store is a function of the set of sightings. */
class OrderOfSightingsProperties {
  private static final List<String> IDS =
      List.of("2405.00001", "2405.00002", "10.1000/a", "10.1000/b", "10.1101/c", "blog:1", "lab:2");

  @Property(tries = 300)
  void everyOrderAndEveryPartitionGivesTheSameStore(
      @ForAll("sightings") List<Sighting> sightings, @ForAll Random random) {
    List<Sighting> shuffled = new ArrayList<>(sightings);
    Collections.shuffle(shuffled, random);
    try (Database once = TestDatabase.H2.fresh();
        Database piecemeal = TestDatabase.H2.fresh()) {
      new JdbiPaperStore(once.jdbi()).record(sightings);
      PaperStore store = new JdbiPaperStore(piecemeal.jdbi());
      LocalDate[] announced = new LocalDate[IDS.size()];
      boolean stated =
          sightings.stream().allMatch(each -> each.certainty() == Sighting.Certainty.STATED);
      for (int from = 0; from < shuffled.size(); ) {
        int to = Math.min(shuffled.size(), from + 1 + random.nextInt(4));
        store.record(shuffled.subList(from, to));
        if (stated) {
          noPaperBecameNewer(store, announced);
        }
        from = to;
      }
      assertThat(Works.contents(piecemeal)).isEqualTo(Works.contents(once));
      Works.ids(store).forEach(id -> theRiseIsThatOfTheObservations(store, new PaperId(id)));
      assertThat(store.record(sightings).unchanged()).isEqualTo(Works.ids(store).size());
      assertThat(Works.contents(piecemeal)).isEqualTo(Works.contents(once));
    }
  }

  private static void theRiseIsThatOfTheObservations(PaperStore store, PaperId id) {
    Comparator<Signal> order =
        Comparator.comparing(Signal::observedAt).thenComparingInt(Signal::value);
    List<Signal> upvotes =
        store.history(id).stream()
            .filter(signal -> signal.kind() == Signal.Metric.UPVOTES)
            .sorted(order.thenComparing(Signal::source, Comparator.reverseOrder()))
            .toList();
    Popularity.Rise expected = null;
    for (Signal signal : upvotes) {
      Signal latest = upvotes.getLast();
      if (signal.source().equals(latest.source()) && day(signal).isBefore(day(latest))) {
        int gained = latest.value() - signal.value();
        expected = gained > 0 ? new Popularity.Rise(gained, day(signal)) : null;
      }
    }
    Popularity kept = store.find(id).orElseThrow().popularity();
    assertThat(kept.rise()).as("%s", upvotes).isEqualTo(expected);
  }

  private static LocalDate day(Signal signal) {
    return LocalDate.ofInstant(signal.observedAt(), ZoneOffset.UTC);
  }

  private static void noPaperBecameNewer(PaperStore store, LocalDate[] announced) {
    for (int id = 0; id < announced.length; id++) {
      Candidate known = store.find(new PaperId(IDS.get(id))).orElse(null);
      if (known != null) {
        LocalDate now = known.paper().dates().announced();
        assertThat(announced[id] == null || !now.isAfter(announced[id])).isTrue();
        announced[id] = now;
      }
    }
  }

  @Provide
  Arbitrary<List<Sighting>> sightings() {
    return Arbitraries.of(true, false)
        .flatMap(
            stated ->
                sighting(
                        stated
                            ? Arbitraries.just(Sighting.Certainty.STATED)
                            : Arbitraries.of(Sighting.Certainty.class))
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(12));
  }

  private static Arbitrary<Sighting> sighting(Arbitrary<Sighting.Certainty> certainties) {
    Arbitrary<String> ids = Arbitraries.of(IDS);
    return Combinators.combine(
            paper(),
            ids.list().ofMaxSize(1),
            Arbitraries.of("arxiv", "huggingface", "file", "lab-feed"),
            Arbitraries.maps(
                    Arbitraries.of(Signal.Metric.class), Arbitraries.integers().between(0, 3))
                .ofMaxSize(2),
            Arbitraries.integers().between(0, 5),
            certainties)
        .as(
            (paper, others, source, signals, hour, certainty) ->
                new Sighting(
                    paper,
                    others.stream().map(PaperId::new).toList(),
                    source,
                    Map.copyOf(signals),
                    Works.NOON.plusSeconds(9 * 3600L * hour),
                    certainty));
  }

  private static Arbitrary<Paper> paper() {
    return Combinators.combine(
            Arbitraries.of(IDS),
            Arbitraries.of(Works.TITLE, "Short", "Another title of some quite bounded length"),
            Arbitraries.of("", "An abstract.", "A better abstract."),
            Arbitraries.of("", "Ada Lovelace", "A. Lovelace"),
            Arbitraries.of("cs.LG", "cs.AI", "math.CO").list().uniqueElements().ofMaxSize(3),
            links(),
            dates(),
            listing())
        .as(
            (id, title, text, author, categories, links, dates, listing) ->
                new Paper(
                    new PaperId(id),
                    title,
                    text,
                    author.isEmpty() ? List.of() : List.of(new Author(author)),
                    categories,
                    links,
                    dates,
                    listing));
  }

  private static Arbitrary<Paper.Listing> listing() {
    return Combinators.combine(
            Arbitraries.of("A lab", "B lab").optional(0.5),
            Arbitraries.of("It works.", "It fails.").optional(0.5),
            Arbitraries.of("", "Somebody"))
        .as(
            (organization, summary, by) ->
                new Paper.Listing(
                    organization.orElse(null),
                    summary.map(text -> new Paper.Summary(text, by)).orElse(null)));
  }

  private static Arbitrary<Paper.Links> links() {
    Arbitrary<Optional<URI>> address =
        Arbitraries.of("https://a.example/", "https://b.example/").map(URI::create).optional(0.6);
    return Combinators.combine(address, address, address)
        .as(
            (page, pdf, code) ->
                new Paper.Links(page.orElse(null), pdf.orElse(null), code.orElse(null)));
  }

  private static Arbitrary<Paper.Dates> dates() {
    Arbitrary<LocalDate> day = Arbitraries.of(0, 20, 45).map(Works.MONDAY::plusDays);
    return Combinators.combine(day.optional(0.7), day, day.optional(0.2))
        .as(
            (published, announced, withdrawn) ->
                new Paper.Dates(published.orElse(null), announced, withdrawn.orElse(null)));
  }
}
