package dev.offprint.subscribers;

import dev.offprint.config.ServerConfiguration;
import dev.offprint.subscribers.LinkTokens.Purpose;
import java.net.URI;
import java.time.Instant;

/** The addresses of the pages on which a subscriber decides, as they stand in a mail. */
public final class Links {
  private final String base;
  private final boolean takeOneClick;
  private final LinkTokens tokens;

  /**
   * Makes links below the given address.
   *
   * @param baseUrl where readers reach the pages; a path in it is kept
   */
  public Links(URI baseUrl, LinkTokens tokens) {
    this.takeOneClick =
        "https".equals(baseUrl.getScheme()) || ServerConfiguration.isThisMachine(baseUrl);
    this.base = baseUrl.toString().replaceFirst("/+$", "");
    this.tokens = tokens;
  }

  /**
   * Whether one click can unsubscribe: RFC 8058, section 3.1, wants https; what does not leave this
   * machine may do without.
   */
  public boolean takeOneClick() {
    return takeOneClick;
  }

  /**
   * The page that confirms a subscription; works for {@link LinkTokens#CONFIRM_WITHIN}.
   *
   * @param deliveryId the mail that asks
   */
  public URI confirm(long deliveryId, Instant now) {
    return link("confirm", tokens.token(Purpose.CONFIRM, deliveryId, now));
  }

  /** The page that shows and changes the preferences. */
  public URI preferences(long subscriberId) {
    return link("preferences", tokens.token(Purpose.PREFERENCES, subscriberId, Instant.EPOCH));
  }

  /** The page that offers a week without mails. */
  public URI pause(long subscriberId) {
    return link("pause", tokens.token(Purpose.PREFERENCES, subscriberId, Instant.EPOCH));
  }

  /** The page that offers one mail a week. */
  public URI weekly(long subscriberId) {
    return link("weekly", tokens.token(Purpose.PREFERENCES, subscriberId, Instant.EPOCH));
  }

  /** The page of all that is kept; works for {@link LinkTokens#DATA_WITHIN}. */
  public URI data(long subscriberId, Instant now) {
    return link("data", tokens.token(Purpose.DATA, subscriberId, now));
  }

  /** The page that shows an edition, by its delivery. */
  public URI edition(long deliveryId) {
    return link("edition", tokens.token(Purpose.EDITION, deliveryId, Instant.EPOCH));
  }

  /** The page that ends the subscription; takes RFC 8058's one-click POST as well. */
  public URI unsubscribe(long subscriberId) {
    return link("unsubscribe", tokens.token(Purpose.UNSUBSCRIBE, subscriberId, Instant.EPOCH));
  }

  /**
   * The page on which more or less like a paper is asked for; which paper is for the mail to add,
   * as {@code ?paper=ID}.
   */
  public URI feedback(Judgment judgment, long subscriberId) {
    String page = judgment == Judgment.MORE ? "more" : "less";
    return link(page, tokens.token(Purpose.FEEDBACK, subscriberId, Instant.EPOCH));
  }

  private URI link(String page, String token) {
    return URI.create(base + "/" + page + "/" + token);
  }
}
