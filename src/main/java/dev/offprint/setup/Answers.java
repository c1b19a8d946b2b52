package dev.offprint.setup;

import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was answered.
 *
 * @param from the mailbox that mails come from
 * @param baseUrl where readers reach the pages
 * @param reader who is mailed first
 */
record Answers(
    String from,
    RelayAddress relay,
    Login login,
    String baseUrl,
    PaperChoice papers,
    EmailAddress reader,
    List<Interest> interests) {
  Answers {
    interests = List.copyOf(interests);
  }

  /**
   * How to log in at the relay.
   *
   * @param username empty for no login
   * @param password null when there is none, or a file has it
   * @param passwordFile that holds it already; null when there is none
   */
  record Login(String username, @Nullable String password, @Nullable String passwordFile) {
    static final Login NONE = new Login("", null, null);

    @Override
    public String toString() {
      return "Login[" + username + "]";
    }
  }
}
