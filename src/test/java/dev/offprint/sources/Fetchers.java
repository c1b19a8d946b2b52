package dev.offprint.sources;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;

/** Fetchers for the tests of this package. */
final class Fetchers {
  /** Far more than a busy machine needs. */
  static final Duration PATIENT = Duration.ofSeconds(60);

  private Fetchers() {}

  static HttpFetcher fetcher(InstantSource clock) {
    return new HttpFetcher("papers@lab.example", false, clock, new Random(1));
  }

  static HttpFetcher fetcher(String contact, HttpFetcher.Limits limits, InstantSource clock) {
    return new HttpFetcher(
        contact,
        limits,
        new RedirectRules(false, InetAddress::getAllByName),
        new HostPauses(clock, new Random(1)));
  }
}
