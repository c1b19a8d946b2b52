package dev.offprint.config;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a text must look like to be of use as a value. */
enum Form {
  TEXT("text") {
    @Override
    Optional<String> objection(String text) {
      return Optional.empty();
    }
  },

  /** A name in DNS or the hosts file, or an address (RFC 1123, section 2.1; RFC 4291). */
  HOST("a host name or an IP address, without a port") {
    private static final Pattern NAME =
        Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9._-]{0,251}[A-Za-z0-9_.])?");
    private static final Pattern IPV6 =
        Pattern.compile("[0-9A-Fa-f]{0,4}:[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]{0,40}");

    @Override
    Optional<String> objection(String text) {
      return NAME.matcher(text).matches() || IPV6.matcher(text).matches()
          ? Optional.empty()
          : Optional.of("is " + Shown.quoted(text));
    }
  },

  /** One sender, as it stands in a From (RFC 5322, section 3.4). */
  MAILBOX("a mailbox, as in \"Papers at the Lab <papers@lab.example>\"") {
    @Override
    Optional<String> objection(String text) {
      return Mailbox.objection(text).map(why -> "is " + Shown.quoted(text) + ": " + why);
    }
  },

  /** An address for JDBC. It can hold a password, so no message quotes it. */
  JDBC("nothing, or an address that begins with jdbc:postgresql: or jdbc:h2:") {
    @Override
    Optional<String> objection(String text) {
      if (text.toLowerCase(Locale.ROOT).contains("password=")) {
        return Optional.of("holds a password, which belongs into database.password");
      }
      boolean known = text.startsWith("jdbc:postgresql:") || text.startsWith("jdbc:h2:");
      return known || text.isEmpty()
          ? Optional.empty()
          : Optional.of("is not the address of a database that Offprint can use");
    }
  };

  private final String accepts;

  Form(String accepts) {
    this.accepts = accepts;
  }

  /** What an operator may write, as the object of "give". */
  String accepts() {
    return accepts;
  }

  /** Why a text without control characters is refused, as what follows the key; empty if not. */
  abstract Optional<String> objection(String text);
}
