package dev.offprint.config;

/** A value or a file cannot be used; the loader makes a {@link Problem} of it. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * Refuses it.
   *
   * @param what what is wrong, as what follows the name of the key or the file
   * @param remedy what to do, as a sentence without its full stop
   */
  Refused(String what, String remedy) {
    super(what);
    this.remedy = remedy;
  }

  /** What is wrong, as what follows the name of the key or the file. */
  public String what() {
    return String.valueOf(getMessage());
  }

  /** What to do, as a sentence without its full stop. */
  public String remedy() {
    return remedy;
  }
}
