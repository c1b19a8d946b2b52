package dev.offprint.sources;

import dev.offprint.fetch.FetchResult;
import dev.offprint.fetch.HttpFetcher;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The preprints of bioRxiv or medRxiv: {@code GET /details/{server}/{from}/{to}/{cursor}/json},
 * page after page until as many came as the server says there are. A recent day that is cut short
 * gives nothing, and is asked for again; of a past one counts what there is.
 */
public final class PreprintSource implements Source {
  /** The most pages of one day; a busy day has about five. */
  static final int MOST_PAGES = 200;

  private final String server;
  private final URI baseUrl;
  private final HttpFetcher fetcher;
  private final InstantSource clock;
  private Runnable whenKept = () -> {};

  PreprintSource(String server, URI baseUrl, HttpFetcher fetcher, InstantSource clock) {
    this.server = server;
    this.baseUrl = baseUrl;
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /** The source {@code biorxiv}. */
  public static PreprintSource biorxiv(URI baseUrl, HttpFetcher fetcher, InstantSource clock) {
    return new PreprintSource("biorxiv", baseUrl, fetcher, clock);
  }

  /** The source {@code medrxiv}. */
  public static PreprintSource medrxiv(URI baseUrl, HttpFetcher fetcher, InstantSource clock) {
    return new PreprintSource("medrxiv", baseUrl, fetcher, clock);
  }

  @Override
  public String name() {
    return server;
  }

  /** Today, yesterday, whose last preprints may have come after the last look, and missed days. */
  @Override
  public List<LocalDate> days(@Nullable LocalDate answered, Instant now) {
    return CalendarDays.since(answered, 2, now);
  }

  @Override
  public HarvestOutcome harvest(LocalDate day) {
    forget();
    return from(0, new PreprintPages(day));
  }

  /** The first page of many says it. */
  @Override
  public HarvestOutcome probe(LocalDate day) {
    forget();
    URI address = address(day, 0);
    return switch (fetcher.get(address)) {
      case FetchResult.Document body ->
          switch (page(body, day)) {
            case ParsedPage.Entries entries -> {
              PreprintPages pages = new PreprintPages(day);
              pages.add(entries);
              yield pages.outcome(true);
            }
            case ParsedPage.Broken broken -> broken(address, body, broken);
          };
      case FetchResult.NotModified same ->
          new HarvestOutcome.NothingNew("nothing changed since it was last asked");
      case FetchResult.Failure failure -> HarvestOutcome.of(failure);
    };
  }

  private URI address(LocalDate day, int cursor) {
    return URI.create(
        String.format(
            Locale.ROOT, "%s/details/%s/%s/%s/%d/json", baseUrl, server, day, day, cursor));
  }

  private ParsedPage page(FetchResult.Document body, LocalDate day) {
    return new BiorxivParser(server, day, clock.instant()).parse(body.bytes());
  }

  private static HarvestOutcome broken(
      URI address, FetchResult.Document body, ParsedPage.Broken broken) {
    return body.looksLikeHtml()
        ? new HarvestOutcome.Broken("a web page came instead of JSON from " + address.getHost())
        : broken.outcome();
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

  private HarvestOutcome from(int cursor, PreprintPages pages) {
    LocalDate day = pages.day();
    URI address = address(day, cursor);
    return switch (fetcher.get(address)) {
      case FetchResult.Document body ->
          switch (page(body, day)) {
            case ParsedPage.Entries entries -> {
              pages.add(entries);
              // The page tells that nothing has changed only as long as it is the only one.
              whenKept = () -> fetcher.remember(address, body);
              yield follow(entries.resumptionToken(), cursor, pages);
            }
            case ParsedPage.Broken broken -> broken(address, body, broken);
          };
      case FetchResult.NotModified same ->
          new HarvestOutcome.NothingNew("nothing changed since it was last asked");
      case FetchResult.Failure failure -> HarvestOutcome.of(failure);
    };
  }

  private boolean isPast(LocalDate day) {
    return !days(null, clock.instant()).contains(day);
  }

  private HarvestOutcome follow(@Nullable String next, int cursor, PreprintPages pages) {
    if (next == null) {
      if (cursor > 0) {
        forget();
      }
      return pages.outcome(isPast(pages.day()));
    }
    if (Integer.parseInt(next) <= cursor) {
      return new HarvestOutcome.Broken("its pages lead from " + cursor + " back to " + next);
    }
    return pages.count() == MOST_PAGES
        ? new HarvestOutcome.Broken("it has more than " + MOST_PAGES + " pages for one day")
        : from(Integer.parseInt(next), pages);
  }
}
