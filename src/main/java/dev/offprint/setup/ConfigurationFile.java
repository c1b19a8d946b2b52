package dev.offprint.setup;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.config.ConfigurationLoader;
import dev.offprint.config.ConfigurationLoader.Effective;
import dev.offprint.config.ConfigurationText;
import dev.offprint.config.InvalidConfiguration;
import dev.offprint.config.Origin;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The configuration that answers are written to. */
final class ConfigurationFile {
  private static final Pattern PASSWORD_FILE =
      Pattern.compile("(?m)^\\s*password_file\\s*=\\s*\"([^\"]*)\"");

  private final Path file;

  ConfigurationFile(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  Path path() {
    return file;
  }

  /** Where somebody's own settings are kept when these are changed. */
  Path kept() {
    return file.resolveSibling(file.getFileName() + ".before-init");
  }

  /**
   * What it sets; nothing when it is not there, or is as it was shipped.
   *
   * @throws CommandFailure when it cannot be read
   */
  List<Effective> settings() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return ConfigurationLoader.load(file, Map.of()).settings().stream()
          .filter(setting -> setting.origin() instanceof Origin.InFile)
          .toList();
    } catch (InvalidConfiguration e) {
      throw CommandFailure.wrongConfiguration(
          "the configuration that is there cannot be used, and is left as it is; mend it, or move"
              + " it away",
          e.problems().stream().map(Object::toString).toList());
    }
  }

  /** All settings with what is in force, as {@link ConfigurationLoader} has them. */
  List<Effective> inForce() {
    return ConfigurationLoader.load(Files.exists(file) ? file : null, Map.of()).settings();
  }

  /** The file that it names for the relay's password; null when it names none. */
  @Nullable String passwordFile() {
    String text = Files.exists(file) ? read() : "";
    int section = text.indexOf("\n[smtp]");
    if (section < 0) {
      return null;
    }
    int end = text.indexOf("\n[", section + 1);
    Matcher named = PASSWORD_FILE.matcher(text.substring(section, end < 0 ? text.length() : end));
    return named.find() ? named.group(1) : null;
  }

  private String read() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw cannot("read", file, e);
    }
  }

  /**
   * Writes settings into it, or into the commented example where there is none. It is whole at
   * every instant, and keeps its owner and its mode.
   *
   * @param values by their keys; empty takes a key away
   * @throws CommandFailure when it cannot be written, or is written in a way that leaves no place
   *     for them; then it is as it was
   */
  void write(Map<String, Optional<String>> values) {
    boolean exists = Files.exists(file);
    String text = ConfigurationText.filled(exists ? read() : ConfigurationText.example(), values);
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      if (exists) {
        Files.copy(
            file, aside, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        own(file, aside);
      }
      Files.writeString(aside, text);
      verify(aside, exists ? inForce() : List.of(), values);
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw cannot("write", file, e);
    } finally {
      try {
        Files.deleteIfExists(aside);
      } catch (IOException e) {
        // The next time overwrites it.
      }
    }
  }

  /** Keeps a copy of somebody's own settings. */
  void keep() {
    try {
      Files.copy(
          file, kept(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      own(file, kept());
    } catch (IOException e) {
      throw cannot("write", kept(), e);
    }
  }

  /** Gives a file the owner and the group of another one, which the copy of root would not have. */
  private static void own(Path of, Path to) throws IOException {
    if (Files.getFileStore(of).supportsFileAttributeView("posix")) {
      Files.setAttribute(to, "posix:group", Files.getAttribute(of, "posix:group"));
      Files.setOwner(to, Files.getOwner(of));
    }
  }

  /** That the new file says what was answered, and nothing else is another than before. */
  private void verify(Path aside, List<Effective> before, Map<String, Optional<String>> values) {
    Map<String, String> wanted = new HashMap<>();
    before.forEach(setting -> wanted.put(setting.setting().key(), setting.value()));
    values.forEach((key, value) -> value.ifPresent(text -> wanted.put(key, text)));
    try {
      for (Effective setting : ConfigurationLoader.load(aside, Map.of()).settings()) {
        String key = setting.setting().key();
        boolean isFree =
            setting.setting().secret() || values.getOrDefault(key, Optional.of("")).isEmpty();
        if (!isFree && !setting.value().equals(wanted.getOrDefault(key, setting.value()))) {
          throw unplaced(key, values);
        }
      }
    } catch (InvalidConfiguration e) {
      throw unplaced(e.problems().getFirst().what(), values);
    }
  }

  private CommandFailure unplaced(String what, Map<String, Optional<String>> values) {
    StringBuilder lines = new StringBuilder();
    values.forEach(
        (key, value) ->
            value.ifPresent(text -> lines.append(", ").append(key).append(" = ").append(text)));
    return CommandFailure.failed(
        String.format(
            Locale.ROOT,
            "%s is not written as the example is, so the answers have no place there (%s), and it"
                + " is left as it is. Write them there yourself: %s",
            file,
            what,
            lines.substring(2)));
  }

  private static CommandFailure cannot(String what, Path file, IOException failure) {
    return CommandFailure.failed(
        String.format(
            Locale.ROOT,
            "cannot %s %s: %s",
            what,
            file,
            failure instanceof AccessDeniedException
                ? "permission denied; run this as root, or name a file of yours with --config"
                : failure.getMessage()));
  }
}
