package dev.offprint.sources.arxiv;

import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.sources.Announcement;
import dev.offprint.sources.PersonNames;
import dev.offprint.sources.SourceText;
import dev.offprint.sources.UnusableRecord;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What arXiv's formats tell of one paper.
 *
 * @param id in any spelling
 * @param categories the primary one first; classes of other schemes among them are left out
 * @param doi of the journal's version, one or several
 */
record ArxivEntry(
    @Nullable String id,
    @Nullable String title,
    @Nullable String abstractText,
    List<String> authors,
    Collection<String> categories,
    @Nullable String doi) {
  static final String SOURCE = "arxiv";

  private static final int MOST_CATEGORIES = 50;
  private static final Pattern CATEGORY = Pattern.compile("[a-z][a-z-]*(?:\\.[A-Za-z-]+)?");
  private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/[^\\s,;]+");
  private static final Pattern MONTH = Pattern.compile("(?:.*/)?(\\d\\d)(\\d\\d).*");

  /**
   * Makes the announcement.
   *
   * @throws UnusableRecord when it has no arXiv id or no title
   */
  Announcement announcement(
      Announcement.Type kind, Paper.Dates dates, Sighting.Certainty certainty, Instant now) {
    PaperId paperId = paperId();
    String cleanTitle = title == null ? "" : SourceText.line(title, Paper.MAX_TITLE);
    if (cleanTitle.isEmpty()) {
      throw new UnusableRecord("it has no title");
    }
    return new Announcement(
        new Sighting(
            new Paper(
                paperId,
                cleanTitle,
                abstractText == null ? "" : SourceText.line(abstractText, Paper.MAX_ABSTRACT),
                PersonNames.authors(authors),
                ownCategories(),
                new Paper.Links(
                    URI.create("https://arxiv.org/abs/" + paperId),
                    URI.create("https://arxiv.org/pdf/" + paperId),
                    null),
                dates),
            dois(),
            SOURCE,
            Map.of(),
            now,
            certainty),
        kind);
  }

  /** A daily feed states when a paper is new, and of a replaced one only that it was before. */
  static Sighting.Certainty certainty(Announcement.Type kind) {
    return kind == Announcement.Type.REPLACEMENT
        ? Sighting.Certainty.GUESSED
        : Sighting.Certainty.STATED;
  }

  PaperId paperId() {
    if (id == null) {
      throw new UnusableRecord("it has no id");
    }
    try {
      PaperId read = PaperId.of(id);
      if (read.arxiv().isPresent()) {
        return read;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new UnusableRecord("its id is not one of arXiv: " + SourceText.line(id, 80));
  }

  /**
   * A day on which a paper with a new version cannot have been new any more: the first of the month
   * in which it got its id, which arXiv gives when it announces, and before the new version.
   */
  LocalDate announcedBefore(LocalDate replaced) {
    LocalDate dayBefore = replaced.minusDays(1);
    Matcher month = MONTH.matcher(paperId().value());
    if (!month.matches()) {
      return dayBefore;
    }
    int year = Integer.parseInt(month.group(1));
    int number = Integer.parseInt(month.group(2));
    if (number < 1 || number > 12) {
      return dayBefore;
    }
    // arXiv began in August 1991; two digits are enough until 2091.
    LocalDate first = LocalDate.of(year >= 91 ? 1900 + year : 2000 + year, number, 1);
    return first.isBefore(dayBefore) ? first : dayBefore;
  }

  private List<String> ownCategories() {
    return categories.stream()
        .map(String::strip)
        .filter(category -> CATEGORY.matcher(category).matches())
        .distinct()
        .limit(MOST_CATEGORIES)
        .toList();
  }

  private List<PaperId> dois() {
    List<PaperId> dois = new ArrayList<>();
    Matcher matcher = DOI.matcher(doi == null ? "" : doi);
    while (matcher.find() && dois.size() < 10) {
      try {
        dois.add(PaperId.of(matcher.group()));
      } catch (IllegalArgumentException e) {
        // The paper is known by its arXiv id all the same.
      }
    }
    return dois;
  }
}
