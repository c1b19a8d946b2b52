package dev.offprint.sources;

import java.time.LocalDate;

/** A place where papers appear. */
public interface Source {
  /** The name in the configuration and on the command line, such as {@code huggingface}. */
  String name();

  /**
   * Asks for the papers of one day. Does not throw for anything that the network or the source
   * does.
   */
  HarvestOutcome harvest(LocalDate day);
}
