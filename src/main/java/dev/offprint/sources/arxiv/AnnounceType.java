package dev.offprint.sources.arxiv;

import dev.offprint.sources.Announcement;
import dev.offprint.sources.SourceText;
import dev.offprint.sources.UnusableRecord;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The abstract of arXiv's daily feeds, and the kind of news that stands before it.
 * (https://info.arxiv.org/help/rss_specifications.html)
 *
 * @param kind null when neither the element nor the text says it
 */
record AnnounceType(Announcement.@Nullable Type kind, String abstractText) {
  private static final Pattern LEAD =
      Pattern.compile(
          "\\A\\s*arXiv:\\S+\\s+Announce Type:\\s*(\\S+)\\s+(?:Abstract:)?\\s*",
          Pattern.CASE_INSENSITIVE);

  /**
   * Reads both.
   *
   * @param type what {@code arxiv:announce_type} says
   * @throws UnusableRecord when it is a type that is not known
   */
  static AnnounceType read(@Nullable String type, @Nullable String description) {
    String text = description == null ? "" : description;
    Matcher lead = LEAD.matcher(text);
    if (!lead.find()) {
      return new AnnounceType(type == null ? null : kind(type), text);
    }
    return new AnnounceType(kind(type == null ? lead.group(1) : type), text.substring(lead.end()));
  }

  private static Announcement.Type kind(String type) {
    return switch (type.strip().toLowerCase(Locale.ROOT)) {
      case "new" -> Announcement.Type.NEW;
      case "cross" -> Announcement.Type.CROSS;
      case "replace", "replace-cross" -> Announcement.Type.REPLACEMENT;
      default ->
          throw new UnusableRecord("its announce type is not known: " + SourceText.line(type, 40));
    };
  }
}
