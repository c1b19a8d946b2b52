package dev.offprint.digests;

/**
 * What a mail says, before it is a message.
 *
 * @param subject on one line, not yet encoded
 * @param htmlBody a whole document
 * @param textBody lines of at most 72 columns where the words allow it
 * @param leftOut how many papers are in the browser alone, because the mail would have been too
 *     long
 */
public record RenderedMail(String subject, MailBody htmlBody, MailBody textBody, int leftOut) {

  RenderedMail(String subject, MailBody htmlBody, MailBody textBody) {
    this(subject, htmlBody, textBody, 0);
  }

  /** A mail that has nothing in common with others. */
  public RenderedMail(String subject, String html, String text) {
    this(subject, MailBody.of(html), MailBody.of(text));
  }

  RenderedMail leavingOut(int papers) {
    return new RenderedMail(subject, htmlBody, textBody, papers);
  }

  public String html() {
    return htmlBody.toString();
  }

  public String text() {
    return textBody.toString();
  }
}
