package dev.offprint.access;

import dev.offprint.access.TokenSource.Asked;
import dev.offprint.config.Refused;
import dev.offprint.config.SecretFile;
import java.time.Duration;
import java.util.Optional;

/** Reads the token that another program keeps in a file. */
public final class TokenFile {
  private TokenFile() {}

  /**
   * Why no token can be read from a file now; empty if one can.
   *
   * @param key that names the file, such as {@code smtp.oauth.token_file}
   */
  public static Optional<String> problem(String key, String file) {
    return read(key, file).outcome() instanceof TokenOutcome.NoToken none
        ? Optional.of(none.why())
        : Optional.empty();
  }

  static Asked read(String key, String file) {
    try {
      return Asked.token(SecretFile.content(file).strip(), key + " " + file, Duration.ZERO);
    } catch (Refused e) {
      return Asked.failed(key + " " + e.what() + "; " + e.remedy(), false);
    }
  }
}
