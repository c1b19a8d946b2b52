package dev.offprint.config;

/** A value or a file cannot be used; the loader makes a {@link Problem} of it. */
final class Refused extends RuntimeException {
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

  String what() {
    return String.valueOf(getMessage());
  }

  String remedy() {
    return remedy;
  }
}
