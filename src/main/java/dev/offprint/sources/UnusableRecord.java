package dev.offprint.sources;

/** One record cannot be used; the message says why, for the one who looks after the source. */
public final class UnusableRecord extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableRecord(String why) {
    super(why);
  }
}
