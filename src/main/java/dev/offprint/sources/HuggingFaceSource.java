package dev.offprint.sources;

import dev.offprint.fetch.FetchResult;
import dev.offprint.fetch.HttpFetcher;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The daily papers of Hugging Face: {@code GET /api/daily_papers?date=}. Their upvotes are as of
 * the moment of asking, so asking again for a day lets its votes grow.
 */
public final class HuggingFaceSource implements Source {
  private static final int DAYS = 4;

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
    URI address = URI.create(baseUrl + "/api/daily_papers?date=" + day);
    return switch (fetcher.get(address)) {
      case FetchResult.Document body -> read(address, body, day);
      case FetchResult.NotModified same ->
          new HarvestOutcome.NothingNew("nothing changed since it was last asked");
      case FetchResult.Failure failure -> HarvestOutcome.of(failure);
    };
  }

  private HarvestOutcome read(URI address, FetchResult.Document body, LocalDate day) {
    HarvestOutcome outcome =
        new PaperJson(day, clock.instant()).array(new ByteArrayInputStream(body.bytes()));
    return switch (outcome) {
      case HarvestOutcome.Harvested harvested -> {
        whenKept = () -> fetcher.remember(address, body);
        yield harvested;
      }
      case HarvestOutcome.NothingNew nothing ->
          new HarvestOutcome.NothingNew("it lists no papers for " + day + " yet");
      case HarvestOutcome.Broken broken when body.looksLikeHtml() ->
          new HarvestOutcome.Broken("a web page came instead of JSON from " + address.getHost());
      default -> outcome;
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
}
