package dev.offprint.cli.roster;

import dev.offprint.config.SmtpConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * When each of many mails that ask to confirm is to leave: as the sending limits allow, half of
 * which stays for editions. So none waits for longer than a mail may before it counts as too late.
 */
final class ConfirmationTurns {
  private static final int SHARE = 2;

  private final Duration betweenAll;
  private final Duration betweenOneDomain;
  private final Map<String, Instant> domains = new HashMap<>();
  private final Instant first;
  private Instant next;
  private Instant last;

  ConfirmationTurns(SmtpConfiguration.Limits limits, Instant first) {
    this.betweenAll = between(Duration.ofSeconds(1), limits.perSecond());
    this.betweenOneDomain = between(Duration.ofMinutes(1), limits.domainPerMinute());
    this.first = first;
    this.next = first;
    this.last = first;
  }

  private static Duration between(Duration span, int most) {
    return most == 0 ? Duration.ZERO : span.multipliedBy(SHARE).dividedBy(most);
  }

  /** The turn of the next mail to a domain. */
  Instant of(String domain) {
    String name = domain.toLowerCase(Locale.ROOT);
    Instant ofDomain = domains.getOrDefault(name, first);
    Instant turn = ofDomain.isAfter(next) ? ofDomain : next;
    next = next.plus(betweenAll);
    domains.put(name, turn.plus(betweenOneDomain));
    last = turn.isAfter(last) ? turn : last;
    return turn;
  }

  /** The latest turn there was. */
  Instant last() {
    return last;
  }
}
