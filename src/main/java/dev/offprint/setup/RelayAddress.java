package dev.offprint.setup;

import dev.offprint.config.Security;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the relay is, as it is answered: {@code HOST}, {@code HOST:PORT}, and behind that how the
 * connection is protected, if it is not as usual.
 *
 * @param port 0 for the usual one
 */
record RelayAddress(String host, int port, Security security) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<host>\\[[0-9A-Fa-f:.]+]|[^\\s:\\[\\]]+)(?::(?<port>\\d{1,5}))?"
              + "(?:\\s+(?<security>\\w+))?");
  private static final Pattern HERE = Pattern.compile("localhost|127\\..*|::1");

  /**
   * Reads an answer.
   *
   * @throws IllegalArgumentException with what to answer instead
   */
  static RelayAddress of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "give HOST or HOST:PORT, and starttls, tls or none behind it if it is not the usual one");
    }
    String host = form.group("host").replaceAll("[\\[\\]]", "");
    int port = form.group("port") == null ? 0 : Integer.parseInt(form.group("port"));
    String security = form.group("security");
    return new RelayAddress(host, port, security == null ? usual(host, port) : named(security));
  }

  /** TLS where the port is for that (RFC 8314), nothing on this machine, else STARTTLS. */
  private static Security usual(String host, int port) {
    if (port == 465) {
      return Security.TLS;
    }
    return HERE.matcher(host.toLowerCase(Locale.ROOT)).matches() && port != 587
        ? Security.NONE
        : Security.STARTTLS;
  }

  private static Security named(String word) {
    Optional<Security> known =
        Arrays.stream(Security.values())
            .filter(security -> security.toString().equalsIgnoreCase(word))
            .findFirst();
    return known.orElseThrow(
        () -> new IllegalArgumentException("give starttls, tls or none behind the address"));
  }

  /** As it would be answered. */
  @Override
  public String toString() {
    String address = host.contains(":") ? "[" + host + "]" : host;
    String place = port == 0 ? address : address + ":" + port;
    return usual(host, port) == security ? place : place + " " + security;
  }
}
