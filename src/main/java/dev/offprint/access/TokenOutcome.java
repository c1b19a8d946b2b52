package dev.offprint.access;

/** What came of asking for an access token. */
public sealed interface TokenOutcome {

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
   * @param why one line, as what follows "no access token: ", that says what to do
   * @param mayPass whether it may be better in a while without anybody's doing
   */
  record NoToken(String why, boolean mayPass) implements TokenOutcome {}
}
