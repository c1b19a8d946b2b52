package dev.offprint.config;

import java.nio.file.Path;

/** Where a value comes from. {@code toString} is fit for a message. */
public sealed interface Origin {

  /** Nobody gave it. */
  record Initial() implements Origin {
    @Override
    public String toString() {
      return "initial";
    }
  }

  /**
   * The configuration file.
   *
   * @param line from 1; 0 when it is not known
   * @param column from 1; 0 when it is not known or does not matter
   */
  record InFile(Path file, int line, int column) implements Origin {
    @Override
    public String toString() {
      return Shown.plain(file.toString())
          + (line > 0 ? ":" + line : "")
          + (column > 0 ? ":" + column : "");
    }
  }

  /** A variable of the environment. */
  record Variable(String name) implements Origin {
    @Override
    public String toString() {
      return Shown.plain(name);
    }
  }
}
