package dev.offprint.config;

import java.util.Locale;

/** Protection of a connection that carries mail. */
public enum Security {
  /** Plain greeting, then STARTTLS (RFC 3207), which must succeed. */
  STARTTLS(587),
  /** TLS from the first byte (RFC 8314). */
  TLS(465),
  /** No protection; for a relay on the same machine. */
  NONE(25);

  private final int usualPort;

  Security(int usualPort) {
    this.usualPort = usualPort;
  }

  int usualPort() {
    return usualPort;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
