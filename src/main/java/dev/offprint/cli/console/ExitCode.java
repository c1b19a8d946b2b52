package dev.offprint.cli.console;

/** What the program returns to its caller. */
public final class ExitCode {
  public static final int DONE = 0;
  public static final int FAILED = 1;

  /** Wrong usage or wrong configuration. */
  public static final int WRONG_USAGE = 2;

  private ExitCode() {}
}
