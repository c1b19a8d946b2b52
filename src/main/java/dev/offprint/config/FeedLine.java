package dev.offprint.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the line that names a feed: what it is called here, where it is, and a category. */
final class FeedLine {
  private static final Pattern FEED =
      Pattern.compile(
          "([A-Za-z0-9][A-Za-z0-9_-]{0,39})\\s+(https?://[^\\s,]+)(?:\\s+[^\\s,]{1,40})?");

  private FeedLine() {}

  /** Why it is none; empty if it is one. */
  static Optional<String> objection(String text) {
    Matcher feed = FEED.matcher(text);
    if (feed.matches() && isPublic(feed.group(2))) {
      return Optional.empty();
    }
    // Before an @ there can be a password.
    return Optional.of(
        text.contains("@")
            ? "holds a text with an @ that is no feed, or one that wants a password"
            : "holds " + Shown.quoted(text));
  }

  /** A feed's name is that of its source, and its papers' ids hold it, so no two are alike. */
  static Optional<String> objection(List<String> texts) {
    Set<String> names = new HashSet<>();
    return texts.stream()
        .map(text -> text.replaceFirst("\\s.*", ""))
        .filter(name -> !names.add(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(name -> "holds a second feed called " + Shown.quoted(name));
  }

  private static boolean isPublic(String address) {
    try {
      URI uri = new URI(address);
      return uri.getHost() != null && uri.getPort() <= 65_535 && uri.getRawUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
