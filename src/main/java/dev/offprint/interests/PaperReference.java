package dev.offprint.interests;

import dev.offprint.papers.PaperId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paper that a whole line names, in any of the ways in which people copy it. */
public final class PaperReference {
  private static final String CANONICAL = "like:";
  private static final int LONGEST = 500;

  // https://info.arxiv.org/help/arxiv_identifier.html; the digits begin with year and month.
  private static final String NEW_STYLE = "\\d{2}(?:0[1-9]|1[0-2])\\.\\d{4,5}";
  private static final String OLD_STYLE =
      "[a-z][a-z-]+(?:\\.[a-z]{2})?/\\d{2}(?:0[1-9]|1[0-2])\\d{3}";
  private static final String ARXIV_ID = "(" + NEW_STYLE + "|" + OLD_STYLE + ")(?:v\\d{1,3})?";
  // As it is printed in the margin of a paper's first page: with its category and day.
  private static final String MARGIN =
      "(?:\\s*\\[[a-z.-]{2,20}\\](?:\\s+\\d{1,2} [a-z]{3,9} \\d{4})?)?";

  private static final Pattern ARXIV =
      Pattern.compile(
          "(?:arxiv:\\s?|oai:arxiv\\.org:)?" + ARXIV_ID + MARGIN, Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?://)?(?:(?:www\\.|export\\.|browse\\.)?arxiv\\.org/(?:abs|pdf|html|format)"
              + "|ar5iv(?:\\.labs\\.arxiv)?\\.org/(?:abs|html)"
              + "|(?:www\\.)?alphaxiv\\.org/(?:abs|pdf|overview)"
              + "|(?:www\\.)?(?:huggingface|hf)\\.co/papers)/"
              + ARXIV_ID
              + "(?:\\.pdf)?/?(?:[?#]\\S*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DOI =
      Pattern.compile(
          "(?:(?:https?://)?(?:dx\\.|www\\.)?doi\\.org/|doi:\\s?)?(10\\.\\d{4,9}/\\S+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PREPRINT =
      Pattern.compile(
          "(?:https?://)?(?:www\\.)?(?:bio|med)rxiv\\.org/content/(10\\.\\d{4,9}/[\\d.]*\\d)"
              + "(?:v\\d+)?(?:[./?#]\\S*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AROUND = Pattern.compile("^[<(\\[\"“]+|[>)\\]\"”.,;]+$");

  private PaperReference() {}

  /**
   * The paper.
   *
   * @return empty when the line is anything else, also when it has a reference and other words
   */
  public static Optional<PaperId> of(String interestText) {
    String text = interestText.strip();
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    if (text.regionMatches(true, 0, CANONICAL, 0, CANONICAL.length())) {
      String named = text.substring(CANONICAL.length()).strip();
      return reference(named).or(() -> ownId(named));
    }
    return reference(text).or(() -> reference(AROUND.matcher(text).replaceAll("")));
  }

  /** How an interest is written that means this paper. */
  static String canonical(PaperId paper) {
    return CANONICAL + paper;
  }

  private static Optional<PaperId> reference(String text) {
    for (Pattern pattern : new Pattern[] {ARXIV, ADDRESS, PREPRINT, DOI}) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.matches()) {
        return id(matcher.group(1));
      }
    }
    return Optional.empty();
  }

  /** An id that only its source knows, such as a feed's; without a digit it is rather a word. */
  private static Optional<PaperId> ownId(String text) {
    return text.chars().anyMatch(Character::isDigit) ? id(text) : Optional.empty();
  }

  private static Optional<PaperId> id(String text) {
    try {
      return Optional.of(PaperId.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
