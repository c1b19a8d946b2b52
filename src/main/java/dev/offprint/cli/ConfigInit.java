package dev.offprint.cli;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Installation;
import dev.offprint.cli.console.ResolvedOptions;
import dev.offprint.config.ConfigurationText;
import dev.offprint.db.DataFolder;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a configuration to start from. */
@Command(
    name = "init",
    description =
        "Write a commented configuration to edit; an existing file is left as it is. 'offprint"
            + " init' asks for what must be in it.")
final class ConfigInit implements Action<Installation> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "File to write; else the one that all commands read, as --config says.")
  @Nullable Path file;

  @Spec CommandSpec command = CommandSpec.create();

  @Override
  public CommandResult act(Installation features, Console console) {
    Path target =
        file != null
            ? file
            : ((ResolvedOptions) command.root().userObject()).global().newConfigFile();
    write(target, features.data(), ConfigurationText.example());
    String check =
        file == null ? "offprint config check" : "offprint config check --config " + file;
    return new CommandResult(
        String.format(
            Locale.ROOT, "Wrote %s. Edit it, then see whether it is valid: %s", target, check),
        new Document().with("file", target.toString()));
  }

  private static void write(Path target, Path data, String text) {
    try {
      DataFolder.makeFor(target, data);
      Path folder = target.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(target, text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw CommandFailure.failed(
          String.format(
              Locale.ROOT,
              "%s exists already and is left as it is; name another file, or move it away",
              target));
    } catch (AccessDeniedException e) {
      throw CommandFailure.failed(
          String.format(Locale.ROOT, "cannot write %s: permission denied", target));
    } catch (IOException e) {
      throw CommandFailure.failed(
          String.format(Locale.ROOT, "cannot write %s: %s", target, e.getMessage()));
    }
  }
}
