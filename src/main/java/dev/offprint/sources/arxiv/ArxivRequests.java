package dev.offprint.sources.arxiv;

import dev.offprint.fetch.FetchResult;
import dev.offprint.fetch.HttpFetcher;
import dev.offprint.fetch.RequestPacing;
import dev.offprint.sources.HarvestEnded;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.ParsedPage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Asks arXiv for pages, never faster than it wants to be asked. */
final class ArxivRequests {
  /** OAI-PMH servers ask for such pauses between the pages of a list. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final HttpFetcher fetcher;
  private final RequestPacing pacing;
  private final InstantSource clock;

  ArxivRequests(HttpFetcher fetcher, RequestPacing pacing, InstantSource clock) {
    this.fetcher = fetcher;
    this.pacing = pacing;
    this.clock = clock;
  }

  /** Gets a document; a host that wants to be left alone for a moment is asked once more. */
  FetchResult get(URI address) {
    FetchResult answer = pacing.next(() -> fetcher.get(address));
    Optional<Instant> again =
        fetcher
            .askedToWaitUntil(address)
            .filter(until -> !until.isAfter(clock.instant().plus(LONGEST_PAUSE)));
    return again.isEmpty() ? answer : pacing.next(again.get(), () -> fetcher.get(address));
  }

  /**
   * Gets a page and reads it.
   *
   * @throws HarvestEnded when it does not come, or is not what it should be
   */
  ParsedPage.Entries entries(URI address, Function<byte[], ParsedPage> parser) {
    return switch (get(address)) {
      case FetchResult.Document body -> read(address, body, parser);
      case FetchResult.NotModified same ->
          throw HarvestEnded.broken(address.getHost() + " says unasked that nothing changed");
      case FetchResult.Failure failure -> throw new HarvestEnded(HarvestOutcome.of(failure));
    };
  }

  /**
   * Reads a page.
   *
   * @throws HarvestEnded when it is not what it should be
   */
  static ParsedPage.Entries read(
      URI address, FetchResult.Document body, Function<byte[], ParsedPage> parser) {
    return switch (parser.apply(body.bytes())) {
      case ParsedPage.Entries entries -> entries;
      case ParsedPage.Broken broken ->
          throw HarvestEnded.broken("the answer of " + address.getHost() + ": " + broken.why());
    };
  }
}
