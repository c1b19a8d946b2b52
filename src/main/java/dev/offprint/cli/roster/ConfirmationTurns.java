package dev.offprint.cli.roster;

import dev.offprint.config.SmtpConfiguration;
import dev.offprint.ledger.NoticeStore;
import dev.offprint.planning.DailyLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When each of many mails that ask to confirm is to leave: as the sending limits allow, half of
 * which stays for editions, and on a day no more than the day's limit. So none waits for longer
 * than a mail may before it counts as too late.
 */
final class ConfirmationTurns {
  private static final int SHARE = 2;

  /** When those leave that had to wait for another day. */
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private final Duration betweenAll;
  private final Duration betweenOneDomain;
  private final DailyLimit daily;
  private final ZoneId zone;
  private final Map<LocalDate, Integer> onDay = new HashMap<>();
  private final Map<String, Instant> domains = new HashMap<>();
  private final Instant first;
  private Instant next;
  private Instant last;

  /**
   * Turns from {@code first} on.
   *
   * @param zone whose days are counted
   * @param taken the turns that were given before; those of the first day or later count
   */
  ConfirmationTurns(
      SmtpConfiguration.Limits limits, Instant first, ZoneId zone, List<Instant> taken) {
    this.betweenAll = between(Duration.ofSeconds(1), limits.perSecond());
    this.betweenOneDomain = between(Duration.ofMinutes(1), limits.domainPerMinute());
    this.daily = DailyLimit.of(limits);
    this.zone = zone;
    this.first = first;
    this.next = first;
    this.last = first;
    taken.forEach(turn -> onDay.merge(day(turn), 1, Integer::sum));
  }

  private static Duration between(Duration span, int most) {
    return most == 0 ? Duration.ZERO : span.multipliedBy(SHARE).dividedBy(most);
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /** The turn of the next mail to a domain. */
  NoticeStore.Turn of(String domain) {
    String name = domain.toLowerCase(Locale.ROOT);
    next = withRoom(next);
    Instant ofDomain = domains.getOrDefault(name, first);
    Instant turn = withRoom(ofDomain.isAfter(next) ? ofDomain : next);
    next = next.plus(betweenAll);
    domains.put(name, turn.plus(betweenOneDomain));
    onDay.merge(day(turn), 1, Integer::sum);
    last = turn.isAfter(last) ? turn : last;
    return new NoticeStore.Turn(turn, why(day(turn)));
  }

  /** The instant, or the morning of the first day after it on which fewer are asked than may be. */
  private Instant withRoom(Instant wanted) {
    LocalDate day = day(wanted);
    while (onDay.getOrDefault(day, 0) >= daily.on(day)) {
      day = day.plusDays(1);
    }
    return day.equals(day(wanted)) ? wanted : day.atTime(MORNING).atZone(zone).toInstant();
  }

  private @Nullable String why(LocalDate day) {
    LocalDate today = day(first);
    int most = daily.on(today);
    return day.equals(today) || onDay.getOrDefault(today, 0) < most
        ? null
        : String.format(
            Locale.ROOT,
            "waits for %s: at most %,d readers are asked to confirm on %s (smtp.limits.daily)",
            day,
            most,
            today);
  }

  /** The latest turn there was. */
  Instant last() {
    return last;
  }
}
