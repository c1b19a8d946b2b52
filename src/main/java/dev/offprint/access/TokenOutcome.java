package dev.offprint.access;

/** What came of asking for an access token. */
sealed interface TokenOutcome {

  /** A token; nothing shows it. */
  record AccessToken(String text) implements TokenOutcome {
    @Override
    public String toString() {
      return "AccessToken";
    }
  }

  /**
   * There is none.
   *
   * @param why one line, that says what to do
   * @param mayPass whether it may be better in a while without anybody's doing
   */
  record NoToken(String why, boolean mayPass) implements TokenOutcome {}
}
