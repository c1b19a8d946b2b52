package dev.offprint;

import dev.offprint.cli.ManualPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Writes what packages hold beside the program, from its commands: manual pages and completion. */
public final class Manual {
  private final Path pages;
  private final String version;

  private Manual(Path pages, String version) {
    this.pages = pages;
    this.version = version;
  }

  /**
   * Writes {@code man/man1/offprint.1}, a page for each command below it, and {@code
   * completions/offprint} for bash.
   *
   * @param arguments the folder to write to, and the version of the program
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Manual manual = new Manual(Files.createDirectories(folder.resolve("man/man1")), arguments[1]);
    manual.write(commands());
    Files.writeString(
        Files.createDirectories(folder.resolve("completions")).resolve("offprint"),
        AutoComplete.bash("offprint", commands()));
  }

  private static CommandLine commands() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return Main.program(nowhere, nowhere, Map.of(), Path.of(""), InstantSource.system()).commands();
  }

  private void write(CommandLine command) throws IOException {
    Files.writeString(
        pages.resolve(ManualPage.name(command) + ".1"), ManualPage.source(command, version));
    for (CommandLine below : new HashSet<>(command.getSubcommands().values())) {
      write(below);
    }
  }
}
