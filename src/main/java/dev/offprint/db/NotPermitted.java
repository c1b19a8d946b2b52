package dev.offprint.db;

import java.io.IOException;
import java.nio.file.Path;

/** The user whom a command runs as has no right to a file; the message says who and which. */
public final class NotPermitted extends IOException {
  private static final long serialVersionUID = 1L;

  private NotPermitted(String what, Path where) {
    super("the user " + System.getProperty("user.name") + " may not " + what + " " + where);
  }

  /** A folder that is missing. */
  public static NotPermitted toMake(Path folder) {
    return new NotPermitted("make", folder);
  }

  /** A folder in which a file is to be made. */
  static NotPermitted toWriteTo(Path folder) {
    return new NotPermitted("write to", folder);
  }

  static NotPermitted toRead(Path file) {
    return new NotPermitted("read", file);
  }
}
