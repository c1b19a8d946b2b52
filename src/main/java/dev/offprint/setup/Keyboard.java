package dev.offprint.setup;

import java.util.Optional;

/** Where somebody answers at a terminal. */
interface Keyboard {
  /** Whether there is somebody who could answer. */
  boolean isThere();

  /** What was typed, without blanks around it; empty when it was ended (Ctrl-D). */
  Optional<String> line();

  /** What was typed without being shown; empty when it was ended. */
  Optional<String> secret();

  /** The terminal of this process, if it has one for input and output both. */
  static Keyboard ofProcess() {
    return new Keyboard() {
      private final java.io.@org.jspecify.annotations.Nullable Console console = System.console();

      @Override
      public boolean isThere() {
        return console != null && console.isTerminal();
      }

      @Override
      public Optional<String> line() {
        return console == null
            ? Optional.empty()
            : Optional.ofNullable(console.readLine()).map(String::strip);
      }

      @Override
      public Optional<String> secret() {
        return console == null
            ? Optional.empty()
            : Optional.ofNullable(console.readPassword()).map(String::new);
      }
    };
  }
}
