package dev.offprint.config;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text must look like to be of use as a value. */
enum Form {
  TEXT("text"),

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

  OPTIONAL_HOST("nothing, or a host name or an IP address, without a port") {
    @Override
    Optional<String> objection(String text) {
      return text.isEmpty() ? Optional.empty() : HOST.objection(text);
    }
  },

  /** One sender, as it stands in a From (RFC 5322, section 3.4). */
  MAILBOX("a mailbox, as in \"Papers at the Lab <papers@lab.example>\"") {
    @Override
    Optional<String> objection(String text) {
      return Mailbox.objection(text).map(why -> "is " + Shown.quoted(text) + ": " + why);
    }
  },

  OPTIONAL_MAILBOX("nothing, or a mailbox, as in \"Papers at the Lab <papers@lab.example>\"") {
    @Override
    Optional<String> objection(String text) {
      return text.isEmpty() ? Optional.empty() : MAILBOX.objection(text);
    }
  },

  /** A day, as RFC 3339 writes it. */
  OPTIONAL_DATE("nothing, or a day as YYYY-MM-DD, such as 2026-05-04") {
    @Override
    Optional<String> objection(String text) {
      try {
        if (!text.isEmpty()) {
          LocalDate.parse(text);
        }
        return Optional.empty();
      } catch (DateTimeParseException e) {
        return Optional.of("is " + Shown.quoted(text));
      }
    }
  },

  /** What is shown to readers. */
  ONE_LINE("one line of at most 200 characters") {
    @Override
    Optional<String> objection(String text) {
      return text.length() <= 200 && text.chars().noneMatch(Character::isISOControl)
          ? Optional.empty()
          : Optional.of("is " + Shown.quoted(text));
    }
  },

  /** An address whose local part leaves room for a token (RFC 5321, section 4.5.3.1.1). */
  RETURN_ADDRESS("nothing, or an address, as in \"bounces@lab.example\"") {
    private static final int MOST_LOCAL_CHARACTERS = 64 - 1 - 32;

    @Override
    Optional<String> objection(String text) {
      if (text.isEmpty()) {
        return Optional.empty();
      }
      Optional<String> objection = Mailbox.objectionToAddress(text);
      if (objection.isEmpty() && text.indexOf('@') > MOST_LOCAL_CHARACTERS) {
        objection =
            Optional.of(
                String.format(
                    Locale.ROOT,
                    "the part before the @ is longer than %d characters, and no token fits behind"
                        + " it",
                    MOST_LOCAL_CHARACTERS));
      }
      return objection.map(why -> "is " + Shown.quoted(text) + ": " + why);
    }
  },

  /** An IP address, or a network of them with the length of its prefix (RFC 4632, section 3.1). */
  NETWORK("an IP address, or a network such as 10.0.0.0/8") {
    @Override
    Optional<String> objection(String text) {
      try {
        IpNetwork.of(text);
        return Optional.empty();
      } catch (IllegalArgumentException e) {
        return Optional.of("holds " + Shown.quoted(text));
      }
    }
  },

  /** A category of arXiv, or all of an archive. */
  CATEGORY("a category of arXiv, such as cs.LG or math") {
    private static final Pattern CATEGORY = Pattern.compile("[a-z]+(-[a-z]+)*(\\.[A-Za-z-]{2,})?");

    @Override
    Optional<String> objection(String text) {
      return CATEGORY.matcher(text).matches()
          ? Optional.empty()
          : Optional.of("holds " + Shown.quoted(text));
    }
  },

  /** A feed: what it is called here, where it is, and the category of its papers. */
  FEED("a name, an address, and if wanted a category: \"jmlr https://www.jmlr.org/jmlr.xml ml\"") {
    @Override
    Optional<String> objection(String text) {
      return FeedLine.objection(text);
    }

    @Override
    Optional<String> objection(List<String> texts) {
      return FeedLine.objection(texts);
    }
  },

  /** What signs by DKIM: a domain as DNS has it (RFC 6376, section 3.5). */
  SIGNING_DOMAIN("the domain of mail.from's address or a parent of it, such as lab.example") {
    @Override
    Optional<String> objection(String text) {
      return text.isEmpty() || Mailbox.isDomain(text)
          ? Optional.empty()
          : Optional.of("is " + Shown.quoted(text));
    }
  },

  /** A name below _domainkey (RFC 6376, section 3.1). */
  SELECTOR("letters, digits and hyphens, as in offprint-2026, of at most 63 characters") {
    @Override
    Optional<String> objection(String text) {
      return Mailbox.isDomain(text) && text.length() <= 63
          ? Optional.empty()
          : Optional.of("is " + Shown.quoted(text));
    }
  },

  /** No message quotes it. */
  RSA_KEY(
      "an RSA private key of 1024 to 4096 bits in PEM (PKCS#8); `offprint dkim init` makes one") {
    @Override
    Optional<String> objection(String text) {
      return objectionToKey(text, PrivateKeyText::rsa);
    }
  },

  /** No message quotes it. */
  ED25519_KEY(
      "an Ed25519 private key in PEM (PKCS#8); `offprint dkim init --algorithm ed25519` makes"
          + " one") {
    @Override
    Optional<String> objection(String text) {
      return objectionToKey(text, PrivateKeyText::ed25519);
    }
  },

  /** The name of a file, which need not be there yet. */
  FILE("nothing, or the name of a file"),

  /** A program to run without a shell, and its arguments. */
  COMMAND("a list of a program, without a folder or with all of its path, and its arguments") {
    @Override
    Optional<String> objection(List<String> texts) {
      if (texts.isEmpty()) {
        return Optional.empty();
      }
      String program = texts.getFirst();
      return program.isBlank() || (program.contains("/") && !program.startsWith("/"))
          ? Optional.of("begins with " + Shown.quoted(program))
          : Optional.empty();
    }

    @Override
    boolean isOfList() {
      return true;
    }
  },

  /** Where OAuth's tokens are given out; secrets go there, so it is protected (RFC 6749, 3.2). */
  TOKEN_URL("nothing, or an address that begins with https:// (http:// on this machine alone)") {
    @Override
    Optional<String> objection(String text) {
      if (text.isEmpty() || TokenAddress.isGood(text)) {
        return Optional.empty();
      }
      // Before an @ there can be a password, and behind a ? as well.
      return Optional.of(
          text.contains("@") || text.contains("?")
              ? "is not such an address"
              : "is " + Shown.quoted(text));
    }
  },

  /** A proxy for HTTP. It may hold a password by mistake, so no message quotes it. */
  PROXY("nothing, or an address such as http://proxy.lab.example:3128, without a user name") {
    private static final Pattern ADDRESS =
        Pattern.compile("(?:http://)?([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::(\\d{1,5}))?/?");

    @Override
    Optional<String> objection(String text) {
      Matcher address = ADDRESS.matcher(text);
      boolean good =
          address.matches()
              && !address.group(1).startsWith(".")
              && (address.group(2) == null || Integer.parseInt(address.group(2)) <= 65_535);
      return good || text.isEmpty()
          ? Optional.empty()
          : Optional.of(
              text.contains("@")
                  ? "holds a user name, which belongs into harvest.proxy_username"
                  : "is not the address of a proxy for HTTP");
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

  /** Whether a text may have line ends in it. */
  boolean severalLines() {
    return this == RSA_KEY || this == ED25519_KEY;
  }

  /** Whether what is accepted is the list as a whole, and not each of its texts. */
  boolean isOfList() {
    return false;
  }

  private static Optional<String> objectionToKey(String text, Consumer<String> reader) {
    try {
      if (!text.isEmpty()) {
        reader.accept(text);
      }
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  /**
   * Why a text without control characters is refused (but for line ends, where they may be), as
   * what follows the key; empty if not.
   */
  Optional<String> objection(String text) {
    return Optional.empty();
  }

  /** Why texts that are good each for itself are refused together; empty if they are not. */
  Optional<String> objection(List<String> texts) {
    return Optional.empty();
  }
}
