package dev.offprint.config;

import java.util.List;

/** How to log in to a mail server: with a password, or by OAuth 2.0. Never with both. */
public record Login(
    @Setting(initial = "", help = "User name to log in with. A relay may take mail without one.")
        String username,
    @Setting(
            initial = "",
            secret = true,
            help = "Password of that user. It stays empty where oauth is used.")
        String password,
    OAuth oauth) {

  /** Neither user nor password. */
  public static final Login NONE = withPassword("", "");

  /** Logs in with a password. */
  public static Login withPassword(String username, String password) {
    return new Login(username, password, OAuth.NONE);
  }

  @Override
  public String toString() {
    return "Login[" + username + "]";
  }

  /**
   * Where the access token comes from that servers take instead of a password (RFC 6749). One of
   * three ways is given, or none.
   */
  public record OAuth(
      @Setting(
              initial = "",
              form = Form.FILE,
              help =
                  "File that holds the access token to log in with by XOAUTH2, and that another"
                      + " program keeps fresh. It is read for each new connection.")
          String tokenFile,
      @Setting(
              initial = "",
              form = Form.COMMAND,
              help =
                  "Program and its arguments that print the access token to log in with by XOAUTH2,"
                      + " as in [\"/usr/local/bin/mail-token\", \"papers\"]. It is run for each new"
                      + " connection, without a shell, and has 30 seconds.")
          List<String> tokenCommand,
      @Setting(
              initial = "",
              form = Form.TOKEN_URL,
              help =
                  "Address that gives the access token to log in with by XOAUTH2 to a client with"
                      + " an id and a secret (the client credentials of OAuth 2.0). The token is"
                      + " kept until a minute before it expires.")
          String tokenUrl,
      @Setting(initial = "", help = "Id of the client that asks token_url.") String clientId,
      @Setting(initial = "", secret = true, help = "Secret of that client.") String clientSecret,
      @Setting(
              initial = "",
              help =
                  "What the token is asked for, with blanks between several, as in"
                      + " https://outlook.office365.com/.default. Empty leaves it to token_url.")
          String scope) {

    /** No token. */
    public static final OAuth NONE = new OAuth("", List.of(), "", "", "", "");

    public OAuth {
      tokenCommand = List.copyOf(tokenCommand);
    }

    /** Whether to log in by a token at all. */
    public boolean isOn() {
      return !tokenFile.isEmpty() || !tokenCommand.isEmpty() || !tokenUrl.isEmpty();
    }

    @Override
    public String toString() {
      return "OAuth[" + isOn() + "]";
    }
  }
}
