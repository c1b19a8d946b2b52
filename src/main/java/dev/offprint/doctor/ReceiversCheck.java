package dev.offprint.doctor;

import dev.offprint.ledger.Delivery;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Which rules of Google (support.google.com/a/answer/81126), Yahoo (senders.yahooinc.com) and
 * Microsoft (the high volume senders' page of Outlook.com) hold at today's number of readers, and
 * how many readers complain. Whether SPF, DKIM, DMARC and the others are in place is each a check
 * of its own.
 *
 * @param daily {@code smtp.limits.daily}; 0 is no limit
 */
public record ReceiversCheck(
    Supplier<Readers> readers, Supplier<Map<Delivery.Status, Integer>> deliveries, int daily)
    implements Check {
  /** In a thousand mails; more brings mail to the junk, and {@link #NEVER} gets it refused. */
  private static final double GOOD = 1.0;

  private static final double NEVER = 3.0;

  /** With fewer mails one complaint would say too much. */
  private static final int ENOUGH = 1_000;

  @Override
  public String name() {
    return "large receivers";
  }

  @Override
  public Finding look() {
    Readers now = readers.get();
    Map<Delivery.Status, Integer> counts = deliveries.get();
    int complaints = counts.getOrDefault(Delivery.Status.COMPLAINED, 0);
    int arrived = counts.getOrDefault(Delivery.Status.SENT, 0) + complaints;
    double rate = arrived == 0 ? 0 : 1_000.0 * complaints / arrived;
    String what = rules(now) + " " + complaints(complaints, arrived);
    if (rate >= GOOD && arrived >= ENOUGH) {
      return Finding.matters(
          rate >= NEVER,
          what + " They want fewer than 0.1 %, and 0.3 % never",
          "see that nobody is mailed who did not ask for it, and that complaints reach Offprint, so"
              + " that whoever complained is mailed no more");
    }
    int taken = arrived + counts.getOrDefault(Delivery.Status.BOUNCED, 0);
    if (daily == 0 && now.all() > Readers.BULK && taken < now.all()) {
      return new Finding.Warning(
          what
              + " So many have never been mailed from here, and receivers defer or junk what comes"
              + " all at once from a sender they do not know",
          "let the number grow day by day: smtp.limits.daily = 500, and daily_from the first day;"
              + " see \"A new domain or address: warm up\" in docs/operating.md");
    }
    return new Finding.Good(what);
  }

  private static String rules(Readers now) {
    String count =
        String.format(
            Locale.ROOT,
            "%s a day at the most (Gmail %,d, Yahoo %,d, Outlook.com %,d).",
            mails(now.all()),
            now.google(),
            now.yahoo(),
            now.microsoft());
    return count
        + (now.areBulk()
            ? " The rules for bulk senders hold: SPF, DKIM and DMARC, aligned; TLS; a reverse name;"
                + " unsubscribing by one click, done within two days. Gmail and Outlook.com refuse"
                + " what breaks them."
            : String.format(
                Locale.ROOT,
                " Below %,d, Gmail and Yahoo ask for SPF or DKIM, TLS and a reverse name. From then"
                    + " on, counted with all other mail of your domain, Gmail, Yahoo and"
                    + " Outlook.com want SPF, DKIM and DMARC, aligned, and the first two one-click"
                    + " unsubscribing.",
                Readers.BULK));
  }

  private static String mails(int count) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "mail" : "mails");
  }

  private static String complaints(int complaints, int arrived) {
    return arrived == 0
        ? "Nothing was sent yet."
        : String.format(
            Locale.ROOT,
            "Of %s sent, %,d brought a complaint (%.2f %%) that Offprint heard of.",
            mails(arrived),
            complaints,
            100.0 * complaints / arrived);
  }
}
