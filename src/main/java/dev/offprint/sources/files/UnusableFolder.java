package dev.offprint.sources.files;

/** Files cannot be taken from a folder; the message says why, for the one who looks after it. */
final class UnusableFolder extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableFolder(String why) {
    super(why);
  }
}
