package dev.offprint.digests;

import dev.offprint.messages.Messages;
import dev.offprint.search.Clause;
import dev.offprint.search.InterestParser;
import dev.offprint.search.InterestParser.Stated;
import dev.offprint.subscribers.Interest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** An interest as one says it: the signs of the query language become words. */
final class InterestWords {
  private static final int LONGEST = 120;

  /** What has none of the signs of the language is shown as it was written. */
  private static final Pattern SIGNS =
      Pattern.compile("[\"“”„‟«»]|(?<![^\\s,;/])-|\\b(?:OR|NOT)\\b|(?i:(?:author|cat|title):)");

  private InterestWords() {}

  /**
   * As the heading of the papers that it brings, such as {@code graph networks by Ada Lovelace in
   * cs.LG, without survey}.
   */
  static SectionHeading heading(Interest interest, Messages in) {
    String text = OneLine.of(interest.text());
    List<Stated> stated = SIGNS.matcher(text).find() ? InterestParser.stated(text) : List.of();
    List<Stated> wanted = stated.stream().filter(each -> !each.excluded()).toList();
    if (wanted.isEmpty()) {
      return SectionHeading.of(Excerpt.ofWords(text, LONGEST));
    }
    Spoken spoken = new Spoken(text, stated, in);
    String after =
        spoken.without.isEmpty()
            ? ""
            : Excerpt.ofWords(
                in.text("interest.without", String.join(", ", spoken.without)), LONGEST);
    if (wanted.size() == 1) {
      switch (wanted.getFirst().clause()) {
        case Clause.Author author -> {
          return SectionHeading.of(
              "heading.author", Excerpt.ofWords(author.spelling(), LONGEST), after, in);
        }
        case Clause.Category category -> {
          return SectionHeading.of(
              "heading.category", Excerpt.ofWords(category.spelling(), LONGEST), after, in);
        }
        case Clause.Word _, Clause.Phrase _ -> {}
      }
    }
    return new SectionHeading("", Excerpt.ofWords(spoken.anyOfThem(), LONGEST), after);
  }

  /** What is wanted and what is not, with all that is no sign left as it was written. */
  private static final class Spoken {
    private static final Pattern OR = Pattern.compile("\\bOR\\b");
    private static final Pattern SILENT = Pattern.compile("[\"“”„‟«»]|\\bNOT\\b");
    private static final Pattern QUOTES = Pattern.compile("[\"“”„‟«»]");
    private static final Pattern MARKS =
        Pattern.compile("^-*(?:(?:author|cat|title):(?=.))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSING = Pattern.compile("[)\\]}.?!:]+$");

    private static final Pattern BLANK_BEFORE = Pattern.compile("\\s+(?=[,;)\\]?!]|$)");
    private static final Pattern NOTHING_BETWEEN = Pattern.compile("[,;/]+(?=[,;/])|\\( *\\)");
    private static final Pattern ENDS = Pattern.compile("^[\\s,;/]+|[\\s,;/]+$");
    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

    private final Messages in;
    private final List<String> alternatives = new ArrayList<>();
    private final List<String> without = new ArrayList<>();

    // Of the alternative that is being read: its words, and who and where, which are said last.
    private final StringBuilder current = new StringBuilder();
    private final List<String> authors = new ArrayList<>();
    private final List<String> categories = new ArrayList<>();

    Spoken(String text, List<Stated> stated, Messages in) {
      this.in = in;
      int end = 0;
      for (Stated each : stated) {
        between(text.substring(end, each.from()));
        String written = text.substring(each.from(), each.to());
        written = MARKS.matcher(QUOTES.matcher(written).replaceAll("")).replaceFirst("");
        if (each.excluded()) {
          String open = CLOSING.matcher(written).replaceFirst("").strip();
          without.add(open);
          current.append(written.strip().substring(open.length()));
        } else {
          wanted(each.clause(), written);
        }
        end = each.to();
      }
      between(text.substring(end));
      finish();
    }

    String anyOfThem() {
      return alternatives.stream()
          .reduce((one, other) -> in.text("interest.or", one, other))
          .orElse("");
    }

    private void wanted(Clause clause, String written) {
      switch (clause) {
        case Clause.Author author -> authors.add(author.spelling());
        case Clause.Category category -> categories.add(category.spelling());
        case Clause.Phrase phrase ->
            add(phrase.inTitle() ? in.text("interest.title", written) : written);
        case Clause.Word _ -> add(written);
      }
    }

    private void between(String text) {
      String[] parts = OR.split(SILENT.matcher(text).replaceAll(""), -1);
      current.append(parts[0]);
      for (int i = 1; i < parts.length; i++) {
        finish();
        current.append(parts[i]);
      }
    }

    private void add(String words) {
      // Quotes alone may have stood between them.
      boolean touches =
          !current.isEmpty() && Character.isLetterOrDigit(current.charAt(current.length() - 1));
      current.append(touches ? " " : "").append(words);
    }

    private void finish() {
      String words = BLANK_BEFORE.matcher(OneLine.of(current.toString())).replaceAll("");
      words = NOTHING_BETWEEN.matcher(words).replaceAll("");
      words = OneLine.of(ENDS.matcher(words).replaceAll(""));
      List<String> said = new ArrayList<>();
      if (LETTER.matcher(words).find()) {
        said.add(words);
      }
      if (!authors.isEmpty()) {
        said.add(in.text("interest.by", authors));
      }
      if (!categories.isEmpty()) {
        said.add(in.text("interest.in", categories));
      }
      if (!said.isEmpty()) {
        alternatives.add(String.join(" ", said));
      }
      current.setLength(0);
      authors.clear();
      categories.clear();
    }
  }
}
