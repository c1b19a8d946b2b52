package dev.offprint.sources;

import dev.offprint.fetch.FetchResult;
import dev.offprint.fetch.HttpFetcher;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The daily papers of Hugging Face: {@code GET /api/daily_papers?date=}, which has fifty at the
 * most, and {@code &p=1} for those after them. Their upvotes are as of the moment of asking, so
 * asking again for a day lets its votes grow.
 */
public final class HuggingFaceSource implements Source {
  private static final int DAYS = 4;

  /** How many papers a page has at the most when none are asked for by number. */
  private static final int PAGE = 50;

  private static final int MOST_PAGES = 20;

  private final URI baseUrl;
  private final HttpFetcher fetcher;
  private final InstantSource clock;
  private Runnable whenKept = () -> {};

  public HuggingFaceSource(URI baseUrl, HttpFetcher fetcher, InstantSource clock) {
    this.baseUrl = baseUrl;
    this.fetcher = fetcher;
    this.clock = clock;
  }

  @Override
  public String name() {
    return HuggingFaceRecord.SOURCE;
  }

  /** Today and the days before, whose votes still grow, and those that were missed. */
  @Override
  public List<LocalDate> days(@Nullable LocalDate answered, Instant now) {
    return CalendarDays.since(answered, DAYS, now);
  }

  @Override
  public HarvestOutcome harvest(LocalDate day) {
    forget();
    URI address = address(day, "");
    return switch (fetcher.get(address)) {
      case FetchResult.Document body -> read(address, body, day);
      case FetchResult.NotModified same ->
          new HarvestOutcome.NothingNew("nothing changed since it was last asked");
      case FetchResult.Failure failure -> HarvestOutcome.of(failure);
    };
  }

  private HarvestOutcome read(URI address, FetchResult.Document body, LocalDate day) {
    return switch (list(body, day)) {
      case HarvestOutcome.Harvested harvested when isFull(harvested) -> more(harvested, day);
      case HarvestOutcome.Harvested harvested -> {
        whenKept = () -> fetcher.remember(address, body);
        yield harvested;
      }
      case HarvestOutcome.NothingNew nothing ->
          new HarvestOutcome.NothingNew("it lists no papers for " + day + " yet");
      case HarvestOutcome.Broken broken when body.looksLikeHtml() ->
          new HarvestOutcome.Broken("a web page came instead of JSON from " + address.getHost());
      case HarvestOutcome other -> other;
    };
  }

  private HarvestOutcome list(FetchResult.Document body, LocalDate day) {
    return new PaperJson(day, clock.instant()).array(new ByteArrayInputStream(body.bytes()));
  }

  /** Whether it is as long as the list is cut at, so that there may be more. */
  private static boolean isFull(HarvestOutcome.Harvested list) {
    int given = list.sightings().size() + list.setAside().size();
    return given > 0 && given % PAGE == 0;
  }

  /** Asks for the pages after a full one, as long as they bring more. */
  private HarvestOutcome more(HarvestOutcome.Harvested first, LocalDate day) {
    Map<PaperId, Sighting> sightings = new LinkedHashMap<>();
    first.sightings().forEach(sighting -> sightings.put(sighting.paper().id(), sighting));
    List<String> setAside = new ArrayList<>(first.setAside());
    String doubt = null;
    boolean isFull = true;
    for (int page = 1; isFull && doubt == null; page++) {
      int before = sightings.size();
      switch (page(day, page)) {
        case HarvestOutcome.Harvested next -> {
          next.sightings()
              .forEach(sighting -> sightings.putIfAbsent(sighting.paper().id(), sighting));
          isFull = isFull(next);
          if (sightings.size() == before) {
            doubt = "page " + (page + 1) + " repeats the one before";
          } else {
            String where = "page " + (page + 1) + ", ";
            next.setAside().forEach(line -> setAside.add(where + line));
          }
        }
        case HarvestOutcome.NothingNew none -> isFull = false;
        case HarvestOutcome.Unreachable unreachable -> doubt = unreachable.why();
        case HarvestOutcome.Broken broken -> doubt = broken.why();
      }
    }
    return new HarvestOutcome.Harvested(
        List.copyOf(sightings.values()),
        setAside,
        doubt == null
            ? null
            : String.format(
                Locale.ROOT,
                "it lists exactly %,d papers, and there may be more: %s",
                sightings.size(),
                doubt));
  }

  private HarvestOutcome page(LocalDate day, int number) {
    if (number == MOST_PAGES) {
      return new HarvestOutcome.Broken("it has more than " + MOST_PAGES + " pages for one day");
    }
    return switch (fetcher.get(address(day, "&p=" + number))) {
      case FetchResult.Document body -> list(body, day);
      case FetchResult.NotModified same ->
          new HarvestOutcome.Broken("it says that nothing changed");
      case FetchResult.Failure failure -> HarvestOutcome.of(failure);
    };
  }

  private URI address(LocalDate day, String page) {
    return URI.create(baseUrl + "/api/daily_papers?date=" + day + page);
  }

  @Override
  public void kept() {
    whenKept.run();
    forget();
  }

  @Override
  public void forget() {
    whenKept = () -> {};
  }
}
