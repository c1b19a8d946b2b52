package dev.offprint.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;

/** Fetchers for the tests of this package. */
public final class Fetchers {
  /** Far more than a busy machine needs. */
  public static final Duration PATIENT = Duration.ofSeconds(60);

  private Fetchers() {}

  public static HttpFetcher fetcher(InstantSource clock) {
    return new HttpFetcher(
        "papers@lab.example", false, Proxies.none(), new HostPauses(clock, new Random(1)));
  }

  public static HttpFetcher fetcher(String contact, FetchLimits limits, InstantSource clock) {
    return new HttpFetcher(
        contact,
        limits,
        new RedirectRules(false, InetAddress::getAllByName, Proxies.none()),
        new HostPauses(clock, new Random(1)));
  }
}
