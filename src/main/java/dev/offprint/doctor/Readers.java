package dev.offprint.doctor;

import dev.offprint.subscribers.Subscriber;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How many are mailed on a day at the most, and where: large receivers have rules for whoever sends
 * them much.
 *
 * @param all the active subscribers
 * @param google those of them at Gmail, by their domain; others may be there under their own
 */
public record Readers(int all, int google, int yahoo, int microsoft) {
  public static final Readers NONE = new Readers(0, 0, 0, 0);

  /** From so many mails a day Google and Microsoft hold a sender to be a bulk sender. */
  static final int BULK = 5_000;

  private static final Set<String> GOOGLE = Set.of("gmail.com", "googlemail.com");
  private static final Set<String> YAHOO =
      Set.of("yahoo.com", "ymail.com", "rocketmail.com", "aol.com", "myyahoo.com");
  private static final Set<String> MICROSOFT =
      Set.of("outlook.com", "hotmail.com", "live.com", "msn.com", "passport.com");

  /** Counts those who are active. */
  public static Readers of(List<Subscriber> subscribers) {
    List<String> domains =
        subscribers.stream()
            .filter(subscriber -> subscriber.status() == Subscriber.Status.ACTIVE)
            .map(subscriber -> subscriber.address().toString().toLowerCase(Locale.ROOT))
            .map(address -> address.substring(address.lastIndexOf('@') + 1))
            .toList();
    return new Readers(
        domains.size(),
        (int) domains.stream().filter(GOOGLE::contains).count(),
        count(domains.stream(), YAHOO, "yahoo"),
        count(domains.stream(), MICROSOFT, "outlook|hotmail|live"));
  }

  /** Both have domains for countries, such as {@code yahoo.co.uk}. */
  private static int count(Stream<String> domains, Set<String> known, String names) {
    return (int)
        domains
            .filter(
                domain ->
                    known.contains(domain)
                        || domain.matches("(" + names + ")\\.(co\\.|com\\.)?[a-z]{2}"))
            .count();
  }

  /** Whether the rules for bulk senders may hold for what leaves on one day. */
  boolean areBulk() {
    return all >= BULK;
  }
}
