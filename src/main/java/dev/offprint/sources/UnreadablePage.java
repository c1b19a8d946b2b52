package dev.offprint.sources;

/** A whole page cannot be read; the message says why, for the one who looks after the source. */
public final class UnreadablePage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadablePage(String why) {
    super(why);
  }

  public ParsedPage.Broken broken() {
    return new ParsedPage.Broken(String.valueOf(getMessage()));
  }
}
