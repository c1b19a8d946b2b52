package dev.offprint.web.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what proxies write of those whom they forward. */
final class Hop {
  /** In brackets or not, with a port or without (RFC 7239, section 6). */
  private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]*)\\](?::[^:]*)?");

  private static final Pattern IPV4_WITH_PORT = Pattern.compile("([0-9.]+):[^:]*");

  /** RFC 7239, section 4: a name, and a token or a quoted string (RFC 9110, section 5.6.4). */
  private static final Pattern PAIR =
      Pattern.compile(
          "\\s*([^=;,\\s]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;,\"]*))\\s*([;,]|$)");

  private Hop() {}

  /** The hops of {@code X-Forwarded-For}, which no standard describes. */
  static List<String> ofForwardedFor(List<String> fields) {
    return Arrays.asList(String.join(",", fields).split(",", -1));
  }

  /**
   * The hops of {@code Forwarded}; one that says nothing of whom it forwards is empty. Nothing is
   * read of what is written in another form.
   */
  static List<String> ofForwarded(List<String> fields) {
    List<String> hops = new ArrayList<>();
    String all = String.join(",", fields);
    Matcher pair = PAIR.matcher(all);
    String hop = "";
    int end = 0;
    while (end < all.length() && pair.find() && pair.start() == end) {
      end = pair.end();
      if (pair.group(1).toLowerCase(Locale.ROOT).equals("for")) {
        hop = pair.group(2) == null ? pair.group(3) : pair.group(2);
      }
      if (!pair.group(4).equals(";")) {
        hops.add(hop);
        hop = "";
      }
    }
    return end < all.length() ? List.of() : hops;
  }

  /** The address of a hop; null when it names none, such as {@code unknown}. */
  static @Nullable InetAddress address(String hop) {
    String text = hop.strip();
    if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
      text = text.substring(1, text.length() - 1).strip();
    }
    for (Pattern form : List.of(BRACKETED, IPV4_WITH_PORT)) {
      Matcher matcher = form.matcher(text);
      if (matcher.matches()) {
        text = matcher.group(1);
      }
    }
    // The zone of a link-local address (RFC 6874) is none of the network.
    int zone = text.indexOf('%');
    try {
      return InetAddress.ofLiteral(zone < 0 ? text : text.substring(0, zone));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
