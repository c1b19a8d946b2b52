package dev.offprint.digests;

/**
 * What a mail says, before it is a message.
 *
 * @param subject on one line, not yet encoded
 * @param htmlBody a whole document
 * @param textBody lines of at most 76 characters where the words allow it
 */
public record RenderedMail(String subject, MailBody htmlBody, MailBody textBody) {

  /** A mail that has nothing in common with others. */
  public RenderedMail(String subject, String html, String text) {
    this(subject, MailBody.of(html), MailBody.of(text));
  }

  public String html() {
    return htmlBody.toString();
  }

  public String text() {
    return textBody.toString();
  }
}
