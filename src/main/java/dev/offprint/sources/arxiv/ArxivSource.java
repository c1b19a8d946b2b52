package dev.offprint.sources.arxiv;

import dev.offprint.config.SourcesConfiguration;
import dev.offprint.fetch.FetchResult;
import dev.offprint.fetch.HttpFetcher;
import dev.offprint.fetch.RequestPacing;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.sources.HarvestEnded;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.ParsedPage;
import dev.offprint.sources.Source;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The papers that arXiv announces in the configured categories. Those of today come from the daily
 * feed, which says what is new, cross-listed or replaced; those of the announcements that were
 * missed, from the API for a week and over OAI-PMH further back. What it gives of a day is all of
 * it or nothing.
 */
public final class ArxivSource implements Source {
  /** The most announcements that are asked for after a long absence. */
  static final int MOST_DAYS = 30;

  /** So many announcements back the API is asked, and OAI-PMH before. */
  static final int SEARCHED_DAYS = 5;

  /** At so many entries the feed of several categories ends. */
  static final int LONGEST_FEED = 2_000;

  /** How long after midnight Eastern the feed may still be that of the day before. */
  private static final Duration GRACE = Duration.ofHours(1);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'UTC on' d MMMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final URI feed;
  private final HttpFetcher fetcher;
  private final ArxivRequests requests;
  private final ArxivSearch search;
  private final ArxivRecords records;
  private final InstantSource clock;
  private final Set<LocalDate> kept = new HashSet<>();
  private Runnable whenKept = () -> {};

  /**
   * Asks arXiv for some categories.
   *
   * @param pacing shared by all that ask arXiv
   */
  public ArxivSource(
      SourcesConfiguration.Arxiv configured,
      HttpFetcher fetcher,
      RequestPacing pacing,
      InstantSource clock) {
    ArxivAddresses addresses = ArxivAddresses.of(configured.baseUrl());
    List<String> categories = configured.categories();
    this.feed = addresses.feed(categories);
    this.fetcher = fetcher;
    this.requests = new ArxivRequests(fetcher, pacing, clock);
    this.search = new ArxivSearch(addresses, categories, requests, clock);
    this.records = new ArxivRecords(addresses, categories, requests, clock);
    this.clock = clock;
  }

  @Override
  public String name() {
    return ArxivEntry.SOURCE;
  }

  /**
   * The days of the announcements after the latest that was answered, and always the last one whose
   * feed can be there; never more than {@value #MOST_DAYS}.
   */
  @Override
  public List<LocalDate> days(@Nullable LocalDate answered, Instant now) {
    LocalDate day = ArxivCalendar.before(ArxivCalendar.feedDayAt(now).plusDays(1));
    Deque<LocalDate> days = new ArrayDeque<>(List.of(day));
    day = ArxivCalendar.before(day);
    while (answered != null && day.isAfter(answered) && days.size() < MOST_DAYS) {
      days.addFirst(day);
      day = ArxivCalendar.before(day);
    }
    return List.copyOf(days);
  }

  @Override
  public HarvestOutcome harvest(LocalDate day) {
    whenKept = () -> {};
    Instant now = clock.instant();
    if (!ArxivCalendar.announces(day)) {
      return new HarvestOutcome.NothingNew("arXiv announces nothing on " + day);
    }
    if (now.isBefore(ArxivCalendar.builtAt(day))) {
      return new HarvestOutcome.NothingNew(
          "arXiv lists the papers of " + day + " from " + TIME.format(ArxivCalendar.builtAt(day)));
    }
    try {
      return day.equals(ArxivCalendar.feedDayAt(now)) ? fromFeed(day) : fromArchive(day, now);
    } catch (HarvestEnded e) {
      return e.outcome();
    }
  }

  @Override
  public HarvestOutcome paper(PaperId id) {
    Optional<String> arxivId = id.arxiv();
    if (arxivId.isEmpty()) {
      return new HarvestOutcome.NothingNew("it has no arXiv id");
    }
    try {
      List<Sighting> found = search.paper(arxivId.get());
      return found.isEmpty()
          ? new HarvestOutcome.NothingNew("arXiv does not have it")
          : new HarvestOutcome.Harvested(found, List.of());
    } catch (HarvestEnded e) {
      return e.outcome();
    }
  }

  @Override
  public void kept() {
    whenKept.run();
    whenKept = () -> {};
  }

  @Override
  public void forget() {
    whenKept = () -> {};
    fetcher.forget(feed);
  }

  private HarvestOutcome fromFeed(LocalDate day) {
    return switch (requests.get(feed)) {
      case FetchResult.Document body -> read(body, day);
      case FetchResult.NotModified same when kept.contains(day) ->
          new HarvestOutcome.NothingNew("nothing changed since it was last asked");
      case FetchResult.NotModified same ->
          late("stale: the feed is still that of an earlier day", day);
      case FetchResult.Failure failure -> HarvestOutcome.of(failure);
    };
  }

  private HarvestOutcome read(FetchResult.Document body, LocalDate day) {
    ParsedPage.Entries page =
        ArxivRequests.read(
            feed, body, bytes -> new ArxivAtomParser(day, clock.instant()).parse(bytes));
    if (page.built() == null) {
      return new HarvestOutcome.Broken("the feed does not say when it was built");
    }
    LocalDate built = ArxivCalendar.feedDayAt(page.built());
    if (!built.equals(day)) {
      return late("stale: the feed is that of " + built, day);
    }
    ArxivPages pages = new ArxivPages();
    pages.add(page, entry -> true);
    if (ArxivPages.size(page) >= LONGEST_FEED) {
      search.collect(day, pages);
    }
    whenKept =
        () -> {
          fetcher.remember(feed, body);
          kept.add(day);
        };
    return ArxivPages.size(page) == 0 ? late("the feed is empty", day) : pages.outcome(day);
  }

  /** Just after midnight the feed may not be there yet; later, somebody has to look at it. */
  private HarvestOutcome late(String what, LocalDate day) {
    String why = what + ", and arXiv announced the papers of " + day;
    return clock.instant().isBefore(ArxivCalendar.builtAt(day).plus(GRACE))
        ? new HarvestOutcome.Unreachable(why)
        : new HarvestOutcome.Broken(why);
  }

  private HarvestOutcome fromArchive(LocalDate day, Instant now) {
    if (kept.contains(day)) {
      return new HarvestOutcome.NothingNew("the papers of " + day + " are there already");
    }
    ArxivPages pages = new ArxivPages();
    if (isSearched(day, now)) {
      search.collect(day, pages);
    } else {
      records.collect(day, pages);
    }
    whenKept = () -> kept.add(day);
    return pages.outcome(day);
  }

  private static boolean isSearched(LocalDate day, Instant now) {
    LocalDate back = ArxivCalendar.feedDayAt(now).plusDays(1);
    for (int i = 0; i <= SEARCHED_DAYS; i++) {
      back = ArxivCalendar.before(back);
    }
    return !day.isBefore(back);
  }
}
