package dev.offprint.papers;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity of a work: its arXiv id without version, else its DOI in lower case, else the id its
 * source gave it.
 *
 * @param value as people write it, such as {@code 2410.08565}, {@code math/0309136}, {@code
 *     10.1101/2024.01.02.573} or {@code listing:0001}; 1 to 255 characters, no white space, control
 *     characters or others that do not show
 */
public record PaperId(String value) {
  /** The most characters an id may have. */
  public static final int MAX_LENGTH = 255;

  // https://info.arxiv.org/help/arxiv_identifier.html: the scheme since April 2007, and the one
  // before it.
  private static final Pattern ARXIV =
      Pattern.compile(
          "(?:https?://(?:www\\.)?arxiv\\.org/(?:abs|pdf)/|oai:arxiv\\.org:|arxiv:)?"
              + "(\\d{4}\\.\\d{4,5}|[a-z][a-z-]+(?:\\.[a-z]{2})?/\\d{7})(?:v\\d+)?(?:\\.pdf)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DOI =
      Pattern.compile("(?:doi:\\s*)?10\\.\\d{4,9}(?:\\.\\d+)*/\\S+", Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
  // DataCite DOIs that arXiv registers for its own papers name the same work as the arXiv id in
  // them.
  private static final Pattern ARXIV_DOI =
      Pattern.compile("10\\.48550/arxiv\\.(.+)", Pattern.CASE_INSENSITIVE);

  /**
   * Which id of a work it is known by: the first in this order. So it is the same one whatever the
   * order in which the ids became known.
   */
  static final Comparator<PaperId> PREFERENCE =
      Comparator.comparing(PaperId::scheme).thenComparing(PaperId::value);

  /** Who gives ids of this kind. */
  enum Scheme {
    ARXIV,
    DOI,
    /** The source alone; another source knows the work by another id. */
    OWN
  }

  public PaperId {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a paper's id has 1 to " + MAX_LENGTH + " characters");
    }
    if (!value.codePoints().allMatch(PaperId::isSeen)) {
      throw new IllegalArgumentException("a paper's id has no white space or control characters");
    }
  }

  /** Whether it shows; two ids that look alike are one. */
  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /**
   * Reads an id in any of the usual spellings: bare, with a version, with a scheme, or as the
   * address of a page that shows the work.
   *
   * @throws IllegalArgumentException when it is empty, too long, or holds white space or control
   *     characters
   */
  public static PaperId of(String text) {
    String id = text.strip();
    Matcher arxiv = ARXIV.matcher(id);
    if (arxiv.matches()) {
      return new PaperId(ArxivIds.canonical(arxiv.group(1)));
    }
    Optional<PaperId> found = Optional.empty();
    if (ADDRESS.matcher(id).matches()) {
      found = arxivIn(id).or(() -> doiIn(id));
    } else if (DOI.matcher(id).matches()) {
      found = doiIn(id);
    }
    return found.orElseGet(() -> new PaperId(id));
  }

  /** The paper on arXiv that an address leads to, also one of a site that shows arXiv's papers. */
  public static Optional<PaperId> arxivIn(String address) {
    return ArxivIds.in(address).flatMap(PaperId::readable);
  }

  /** The first DOI in a text or an address, without the tail of a page and without a version. */
  public static Optional<PaperId> doiIn(String text) {
    return Dois.in(text)
        .flatMap(
            doi -> {
              Matcher arxivDoi = ARXIV_DOI.matcher(doi);
              Matcher arxiv = ARXIV.matcher(arxivDoi.matches() ? arxivDoi.group(1) : "");
              return readable(arxiv.matches() ? ArxivIds.canonical(arxiv.group(1)) : doi);
            });
  }

  private static Optional<PaperId> readable(String id) {
    try {
      return Optional.of(new PaperId(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The arXiv id without version, if this work is on arXiv. */
  public Optional<String> arxiv() {
    return ARXIV.matcher(value).matches() ? Optional.of(value) : Optional.empty();
  }

  /** Whether it is a DOI. */
  public boolean isDoi() {
    return DOI.matcher(value).matches();
  }

  Scheme scheme() {
    if (arxiv().isPresent()) {
      return Scheme.ARXIV;
    }
    return isDoi() ? Scheme.DOI : Scheme.OWN;
  }

  @Override
  public String toString() {
    return value;
  }
}
