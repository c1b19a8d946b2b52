package dev.offprint.sources;

import dev.offprint.config.SourcesConfiguration;
import dev.offprint.fetch.FetchResult;
import dev.offprint.fetch.HttpFetcher;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One RSS or Atom feed. It gives whatever the feed lists, each entry with its own date; whether an
 * entry is new is for the store to tell.
 */
public final class FeedSource implements Source {
  /**
   * A feed without any younger date is stale. The slowest feeds that are worth reading are those of
   * quarterlies: 92 days from issue to issue, and a week for one that is late.
   */
  static final int STALE_DAYS = 100;

  /** Stands before the name of each feed. */
  public static final String NAME_PREFIX = "feed:";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private final String name;
  private final URI address;
  private final @Nullable String category;
  private final HttpFetcher fetcher;
  private final InstantSource clock;
  private Runnable whenKept = () -> {};
  private @Nullable LocalDate newest;

  /**
   * Reads one feed.
   *
   * @param line a name, an address, and perhaps a category, with blanks between them
   */
  FeedSource(String line, HttpFetcher fetcher, InstantSource clock) {
    List<String> parts = List.of(line.strip().split("\\s+"));
    this.name = NAME_PREFIX + parts.getFirst();
    this.address = URI.create(parts.get(1));
    this.category = parts.size() > 2 ? parts.get(2) : null;
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /** A source for each feed of the configuration, whether or not it is enabled. */
  public static List<FeedSource> of(
      SourcesConfiguration.Feed configured, HttpFetcher fetcher, InstantSource clock) {
    return configured.feeds().stream().map(line -> new FeedSource(line, fetcher, clock)).toList();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public HarvestOutcome harvest(LocalDate day) {
    return harvest(false);
  }

  /** Of the entries without a date nobody can tell then which are new. */
  @Override
  public HarvestOutcome firstHarvest(LocalDate day) {
    return harvest(true);
  }

  private HarvestOutcome harvest(boolean isFirst) {
    forget();
    return switch (fetcher.get(address)) {
      case FetchResult.Document body -> read(body, isFirst);
      // A feed that nobody writes any more answers like this for years.
      case FetchResult.NotModified same ->
          stale().orElse(new HarvestOutcome.NothingNew("nothing changed since it was last asked"));
      case FetchResult.Failure failure -> HarvestOutcome.of(failure);
    };
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

  private HarvestOutcome read(FetchResult.Document body, boolean isFirst) {
    ParsedPage page =
        new FeedParser(name, category, null, clock.instant())
            .parse(body.bytes(), new FeedOrigin(address, body.encoding(), isFirst));
    if (!(page instanceof ParsedPage.Entries entries)) {
      return page.outcome();
    }
    if (entries.announcements().isEmpty() && entries.setAside().isEmpty()) {
      return new HarvestOutcome.Broken("it lists no entries, which a feed in use never does");
    }
    newest = newest(entries);
    HarvestOutcome outcome = stale().orElseGet(entries::outcome);
    if (outcome instanceof HarvestOutcome.Harvested) {
      whenKept = () -> fetcher.remember(address, body);
    }
    return outcome;
  }

  private Optional<HarvestOutcome> stale() {
    LocalDate last = newest;
    return last == null || !last.isBefore(today().minusDays(STALE_DAYS))
        ? Optional.empty()
        : Optional.of(new HarvestOutcome.Broken("stale: last built " + DAY.format(last)));
  }

  /** When the page was made, or its youngest entry; null when it holds no date at all. */
  private static @Nullable LocalDate newest(ParsedPage.Entries entries) {
    return Stream.concat(
            Stream.ofNullable(entries.built())
                .map(built -> built.atZone(ZoneOffset.UTC).toLocalDate()),
            entries.announcements().stream()
                .map(announcement -> announcement.sighting().paper().dates().published())
                .filter(Objects::nonNull))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
