package dev.offprint.config;

/**
 * Everything an operator can decide. Each key is documented at its component by {@link Setting}.
 */
public record Configuration(
    ServerConfiguration server,
    DatabaseConfiguration database,
    SmtpConfiguration smtp,
    MailConfiguration mail,
    SourcesConfiguration sources,
    HarvestConfiguration harvest,
    MatchingConfiguration matching,
    Privacy privacy) {

  /** What is kept of people, and how long. */
  public record Privacy(
      @Setting(
              initial = "28",
              least = 1,
              most = 3_650,
              help =
                  "Days after which somebody who left, or whose address was suppressed, is"
                      + " forgotten: address, interests and what was sent. A keyed hash of the"
                      + " address stays, so that it is not mailed again by mistake.")
          int forgetDays) {}
}
