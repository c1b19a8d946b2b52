package dev.offprint.cli;

import dev.offprint.config.Configuration;
import dev.offprint.smtp.DkimAlgorithm;
import dev.offprint.smtp.DkimKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Shows what DNS must hold of the keys there are. */
@Command(
    name = "show",
    description =
        "Show the DNS records of the keys that are configured, and of those in the data folder that"
            + " are not yet.")
final class DkimShow implements Action {
  /**
   * A key there is.
   *
   * @param file where it lies if it is in the data folder only; null when it is configured
   */
  private record Found(DkimKey key, @Nullable Path file) {}

  @Override
  public Answer act(Features features, Console console) {
    Configuration.Mail mail = features.configuration().mail();
    List<Found> found = new ArrayList<>();
    DkimKey.configured(mail.dkim()).forEach(key -> found.add(new Found(key, null)));
    for (DkimAlgorithm algorithm : DkimAlgorithm.values()) {
      Path file = DkimFile.in(features.data(), algorithm);
      inFile(file, algorithm, mail.dkim())
          .filter(key -> found.stream().noneMatch(other -> other.key().key().equals(key.key())))
          .ifPresent(key -> found.add(new Found(key, file)));
    }
    if (found.isEmpty()) {
      throw CommandFailure.failed(
          "there is no DKIM key: none is configured, and none lies in %s; `offprint dkim init` makes"
                  .formatted(features.data().toAbsolutePath().normalize())
              + " one");
    }
    String domain = mail.signingDomain();
    return new Answer(
        String.join(
            "\n", found.stream().map(key -> DkimText.of(key.key(), domain, key.file())).toList()),
        found.stream()
            .map(key -> DkimText.document(key.key(), domain, key.file(), key.file() == null))
            .toList());
  }

  private static Optional<DkimKey> inFile(
      Path file, DkimAlgorithm algorithm, Configuration.Dkim settings) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(DkimKey.of(algorithm, settings, Files.readString(file)));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.failed(
          "%s %s; move it away, and make a new key by `offprint dkim init`"
              .formatted(file, e.getMessage()));
    } catch (IOException e) {
      throw CommandFailure.failed(
          "%s cannot be read: run this as the user whose data folder it is".formatted(file));
    }
  }
}
