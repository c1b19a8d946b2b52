package dev.offprint.cli.console;

import dev.offprint.config.Configuration;
import dev.offprint.config.ConfigurationLoader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** What every command can ask: how this installation is set up, and what time it is. */
public interface Installation {
  /** What is read as a file but is none: standard input. A file of that name is {@code ./-}. */
  Path STANDARD_INPUT = Path.of("-");

  /**
   * The configuration, read when first asked for.
   *
   * @throws CommandFailure made by {@link CommandFailure#wrongConfiguration} when it is not valid
   */
  Configuration configuration();

  /**
   * Every key of the configuration with its value in effect and where that comes from; secrets are
   * not shown.
   *
   * @throws CommandFailure as {@link #configuration()} does
   */
  List<ConfigurationLoader.Effective> settings();

  /**
   * Makes a mail of each kind with invented content.
   *
   * @throws dev.offprint.templates.BrokenTemplate when a template of the operator's cannot be
   *     filled
   */
  void checkMails();

  /** The data folder. */
  Path data();

  InstantSource clock();

  /** The operator's zone: what "today" means here, and how instants are shown. */
  default ZoneId zone() {
    return ZoneId.systemDefault();
  }

  /** Whether another process sends for the data folder at the moment, as the daemon does. */
  boolean isDaemonRunning();
}
