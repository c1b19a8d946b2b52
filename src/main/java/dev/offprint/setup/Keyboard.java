package dev.offprint.setup;

import java.io.Console;
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
    Optional<Console> console = Optional.ofNullable(System.console());
    return new Keyboard() {
      @Override
      public boolean isThere() {
        return console.filter(Console::isTerminal).isPresent();
      }

      @Override
      public Optional<String> line() {
        return console.map(Console::readLine).map(String::strip);
      }

      @Override
      public Optional<String> secret() {
        return console.map(Console::readPassword).map(String::new);
      }
    };
  }
}
