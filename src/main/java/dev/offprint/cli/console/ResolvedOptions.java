package dev.offprint.cli.console;

/** The program's own options, for a command that works with the files that they name. */
public interface ResolvedOptions {
  /** What is in force; known once a command runs. */
  GlobalOptions global();

  /** Those of them that were given, as another command needs them, with a blank before. */
  String repeated();
}
