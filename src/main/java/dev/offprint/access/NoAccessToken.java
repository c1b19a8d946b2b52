package dev.offprint.access;

import dev.offprint.access.TokenOutcome.NoToken;

/** There is nothing to log in with. The message says why and what to do, in one line. */
public final class NoAccessToken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean mayPass;

  NoAccessToken(NoToken none) {
    super(none.why());
    mayPass = none.mayPass();
  }

  /** Whether there may be one in a while without anybody's doing. */
  public boolean mayPass() {
    return mayPass;
  }
}
