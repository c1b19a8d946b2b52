package dev.offprint.interests;

import dev.offprint.papers.PaperId;
import dev.offprint.text.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds BibTeX entries in a text, and the paper that each describes. */
final class BibTexEntries {
  /** An entry without an end is not looked at any further. */
  private static final int LONGEST = 10_000;

  private static final Pattern START =
      Pattern.compile("^[ \\t]*@([A-Za-z]{3,20})[ \\t]*[{(]", Pattern.MULTILINE);
  private static final Pattern FIELD = Pattern.compile("([A-Za-z][\\w-]{1,30})\\s*=\\s*");
  private static final Pattern BARE = Pattern.compile("[^,\\s{}\"]+");
  private static final Pattern BRACES = Pattern.compile("[{}]");
  private static final Pattern ID_IN_TEXT = Pattern.compile("(?i)arxiv:\\s?(\\S+?)[.,;]?(?:\\s|$)");

  private BibTexEntries() {}

  /**
   * A section of the text.
   *
   * @param isEntry whether it is an entry, from its sign to its closing brace
   */
  record Section(String text, boolean isEntry) {}

  static List<Section> sections(String text) {
    List<Section> sections = new ArrayList<>();
    Matcher start = START.matcher(text);
    int from = 0;
    while (start.find(from)) {
      sections.add(new Section(text.substring(from, start.start()), false));
      from = end(text, start.end() - 1);
      sections.add(new Section(text.substring(start.start(), from), true));
    }
    sections.add(new Section(text.substring(from), false));
    return sections.stream().filter(section -> !section.text().isBlank()).toList();
  }

  /**
   * The interest that an entry stands for: its paper if it has an id, or else its title.
   *
   * @return empty when it has neither
   */
  static Optional<String> interest(String entry) {
    Map<String, String> fields = fields(entry);
    return paper(fields)
        .map(PaperReference::canonical)
        .or(() -> Optional.ofNullable(fields.get("title")).map(BibTexEntries::plain))
        .filter(line -> !line.isBlank());
  }

  private static Optional<PaperId> paper(Map<String, String> fields) {
    if (fields.getOrDefault("archiveprefix", "arxiv").equalsIgnoreCase("arxiv")) {
      Optional<PaperId> eprint = PaperReference.of(fields.getOrDefault("eprint", ""));
      if (eprint.isPresent()) {
        return eprint;
      }
    }
    for (String name : List.of("journal", "note", "howpublished", "url", "doi")) {
      String value = fields.getOrDefault(name, "");
      Matcher written = ID_IN_TEXT.matcher(value);
      Optional<PaperId> id =
          PaperReference.of(value.replace("\\url", ""))
              .or(() -> written.find() ? PaperReference.of(written.group(1)) : Optional.empty());
      if (id.isPresent()) {
        return id;
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> fields(String entry) {
    Map<String, String> fields = new HashMap<>();
    Matcher field = FIELD.matcher(entry);
    for (int from = 0; field.find(from); ) {
      int start = field.end();
      int end = endOfValue(entry, start);
      String name = field.group(1).toLowerCase(Locale.ROOT);
      String value = entry.substring(start, end);
      fields.putIfAbsent(name, name.equals("title") ? value : unwrapped(value));
      from = Math.max(end, start);
    }
    return fields;
  }

  private static int endOfValue(String entry, int start) {
    if (start < entry.length() && entry.charAt(start) == '{') {
      return end(entry, start);
    }
    if (start < entry.length() && entry.charAt(start) == '"') {
      int quote = entry.indexOf('"', start + 1);
      return quote < 0 ? entry.length() : quote + 1;
    }
    Matcher bare = BARE.matcher(entry).region(start, entry.length());
    return bare.lookingAt() ? bare.end() : start;
  }

  /** Behind the brace that closes the one at {@code open}, or where the text can be no part. */
  private static int end(String text, int open) {
    boolean round = text.charAt(open) == '(';
    int depth = 0;
    int limit = Math.min(text.length(), open + LONGEST);
    for (int i = open; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '{' || (round && c == '(')) {
        depth++;
      } else if (c == '}' || (round && c == ')')) {
        depth--;
      }
      if (depth == 0) {
        return i + 1;
      }
    }
    // What is cut off in the middle ends at the first empty line.
    Matcher blank = Pattern.compile("\\n\\s*\\n").matcher(text).region(open, limit);
    return blank.find() ? blank.start() : limit;
  }

  private static String unwrapped(String value) {
    return BRACES.matcher(value).replaceAll("").replace("\"", "").strip();
  }

  private static String plain(String title) {
    String text = title.startsWith("\"") ? title.replace("\"", "") : title;
    return BRACES.matcher(PlainText.of(text)).replaceAll("").replaceAll("\\s+", " ").strip();
  }
}
