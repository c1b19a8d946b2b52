package dev.offprint.sources;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a publisher puts before an abstract, or in place of one, in its feeds: Elsevier "Publication
 * date: … Source: … Author(s): …", Nature "Nature, Published online: …; doi:…", others the
 * journal's volume and pages.
 *
 * @param date of publication, if it names a day; of a month the first one
 * @param authors a list of names, possibly empty
 * @param rest the abstract, possibly empty
 */
record LeadIn(@Nullable LocalDate date, String authors, String rest) {
  private static final String MONTH =
      "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
  private static final String DAY = "(?:\\d{1,2} )?" + MONTH + " \\d{4}";

  private static final Pattern ELSEVIER =
      Pattern.compile(
          "^Publication date:\\s*(?:Available online )?("
              + DAY
              + "|[^:]{0,60}?)\\s*Source:\\s*(.{0,300}?)"
              + "(?:\\s*Author\\(s\\):\\s*(.*))?$");
  private static final Pattern ABSTRACT =
      Pattern.compile("\\s(?:Abstract|Graphical abstract)\\b:?\\s*");

  private static final Pattern NATURE =
      Pattern.compile(
          "^.{1,100}?, Published online: (" + DAY + "); doi:\\s?10\\.\\S+\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ATYPON =
      Pattern.compile(
          "^.{1,120}?, (?:Volume \\S{1,9}(?:, Issue [^,]{1,20})?(?:, Pages? [^,]{1,30})?, ("
              + DAY
              + ")|Ahead of Print)"
              + "\\.\\s*");

  private static final DateTimeFormatter DATE = format("d MMMM uuuu");
  private static final DateTimeFormatter OF_MONTH = format("MMMM uuuu");

  /** Reads the beginning of a text on one line; one without a lead-in is all abstract. */
  static LeadIn read(String text) {
    Matcher elsevier = ELSEVIER.matcher(text);
    if (elsevier.matches()) {
      String authors = elsevier.group(3) == null ? "" : elsevier.group(3);
      Matcher heading = ABSTRACT.matcher(authors);
      boolean both = heading.find();
      return new LeadIn(
          date(elsevier.group(1)),
          both ? authors.substring(0, heading.start()) : authors,
          both ? authors.substring(heading.end()) : "");
    }
    for (Pattern pattern : new Pattern[] {NATURE, ATYPON}) {
      Matcher lead = pattern.matcher(text);
      if (lead.find()) {
        String date = lead.group(1);
        return new LeadIn(date == null ? null : date(date), "", text.substring(lead.end()));
      }
    }
    return new LeadIn(null, "", text);
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return Character.isDigit(text.isEmpty() ? ' ' : text.charAt(0))
          ? LocalDate.parse(text, DATE)
          : YearMonth.parse(text, OF_MONTH).atDay(1);
    } catch (DateTimeParseException e) {
      return null; // "Winter 2026", and days that do not exist
    }
  }

  private static DateTimeFormatter format(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }
}
