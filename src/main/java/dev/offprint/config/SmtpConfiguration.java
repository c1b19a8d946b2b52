package dev.offprint.config;

/** The relay that takes the mails. */
public record SmtpConfiguration(
    @Setting(initial = "localhost", form = Form.HOST, help = "Host name of the relay.") String host,
    @Setting(
            initial = "0",
            most = 65_535,
            help =
                "TCP port of the relay; 0 takes the usual one: 587 for starttls, 465 for tls, 25"
                    + " for none.")
        int port,
    @Setting(
            initial = "starttls",
            help =
                "How the connection is protected: starttls, tls (from the first byte) or none."
                    + " Offprint never falls back to less than this.")
        Security security,
    @Setting(
            initial = "",
            help =
                "File with the certificates (PEM) of an authority of your own. They are trusted in"
                    + " addition to those that Java trusts, at the relay and at oauth.token_url.")
        CertificateFile caFile,
    @Setting(initial = "4", least = 1, most = 64, help = "Connections held to the relay at once.")
        int connections,
    @Inline Login login,
    Limits limits) {

  @Override
  public String toString() {
    return "Smtp[" + host + ":" + effectivePort() + ", " + security + "]";
  }

  /** The port to connect to: the configured one, or the usual one for this kind of protection. */
  public int effectivePort() {
    return port != 0 ? port : security.usualPort();
  }

  /**
   * How fast mails may leave, and how many on a day.
   *
   * @param daily how many readers are mailed on a day at the most; 0 is any number
   * @param dailyFrom the first day of the ramp, as YYYY-MM-DD; empty when there is none
   * @param dailyGrowth in percent, from one day of the ramp to the next
   */
  public record Limits(
      @Setting(
              initial = "0",
              most = 10_000,
              help = "Mails a second to the relay, spread evenly; 0 is as fast as it takes them.")
          int perSecond,
      @Setting(
              initial = "0",
              most = 1_000_000,
              help =
                  "Mails over one connection, before it is closed and a new one opened; 0 is any"
                      + " number.")
          int perConnection,
      @Setting(
              initial = "0",
              most = 64,
              help =
                  "Mails on the wire at once to one recipient domain, such as gmail.com; 0 is any"
                      + " number.")
          int domainConnections,
      @Setting(
              initial = "0",
              most = 600_000,
              help =
                  "Mails a minute to one recipient domain, spread evenly; 0 is any number. Others"
                      + " do not wait for them.")
          int domainPerMinute,
      @Setting(
              initial = "0",
              most = MOST_DAILY,
              help =
                  "Readers who are mailed an edition on a day, in the order in which they signed"
                      + " up; the others wait, and the ledger says so. Of the mails by which an"
                      + " import asks to confirm, as many again leave on a day. 0 is any number.")
          int daily,
      @Setting(
              initial = "",
              form = Form.OPTIONAL_DATE,
              help =
                  "The first day of a ramp, such as 2026-05-04: from then on daily grows from each"
                      + " day to the next. Empty keeps it the same on all days.")
          String dailyFrom,
      @Setting(
              initial = "" + USUAL_GROWTH,
              most = 1_000,
              help = "By how many percent daily grows from one day of the ramp to the next.")
          int dailyGrowth) {
    /** The most readers that {@code daily} takes. */
    public static final int MOST_DAILY = 10_000_000;

    /** What {@code dailyGrowth} is where nothing is said. */
    public static final int USUAL_GROWTH = 50;
  }
}
