package dev.offprint.subscribers;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** The key of the link tokens cannot be used; the message is one line that says what to do. */
public final class LinkKeyUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LinkKeyUnavailable(Path file, String why) {
    super("cannot use the link key " + file + ": " + why);
  }

  LinkKeyUnavailable(Path file, IOException cause) {
    super(
        "cannot use the link key "
            + file
            + ": "
            + (cause instanceof AccessDeniedException
                ? "permission denied. It must belong to the user that runs Offprint."
                : cause.getMessage()),
        cause);
  }
}
