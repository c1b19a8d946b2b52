package dev.offprint.sources.arxiv;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Where arXiv answers which question. */
record ArxivAddresses(String feeds, String api, String oai) {
  private static final Set<String> PHYSICS =
      Set.of(
          "astro-ph",
          "cond-mat",
          "gr-qc",
          "hep-ex",
          "hep-lat",
          "hep-ph",
          "hep-th",
          "math-ph",
          "nlin",
          "nucl-ex",
          "nucl-th",
          "physics",
          "quant-ph");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuuMMddHHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The hosts of arXiv itself, or the paths of a mirror. */
  static ArxivAddresses of(URI baseUrl) {
    if ("arxiv.org".equalsIgnoreCase(baseUrl.getHost())) {
      return new ArxivAddresses(
          "https://rss.arxiv.org/atom",
          "https://export.arxiv.org/api/query",
          "https://oaipmh.arxiv.org/oai");
    }
    String base = baseUrl.toString().replaceFirst("/+$", "");
    return new ArxivAddresses(base + "/atom", base + "/api/query", base + "/oai");
  }

  /**
   * The daily feed of all these categories together
   * (https://info.arxiv.org/help/rss.html#subscribe-by-multiple-categories).
   */
  URI feed(List<String> categories) {
    return URI.create(feeds + "/" + String.join("+", categories));
  }

  /**
   * A page of the submissions in these categories, oldest first
   * (https://info.arxiv.org/help/api/user-manual.html#query_details).
   */
  URI search(List<String> categories, ArxivCalendar.Submissions submissions, int start, int most) {
    String listed =
        categories.stream()
            .map(category -> category.contains(".") ? "cat:" + category : wholeArchive(category))
            .collect(Collectors.joining(" OR ", "(", ")"));
    String query =
        String.format(
            Locale.ROOT,
            "%s AND submittedDate:[%s TO %s]",
            listed,
            minute(submissions.after()),
            minute(submissions.until()));
    return URI.create(
        String.format(
            Locale.ROOT,
            "%s?search_query=%s&sortBy=submittedDate&sortOrder=ascending&start=%d&max_results=%d",
            api,
            encoded(query),
            start,
            most));
  }

  /** One paper, by its arXiv id. */
  URI paper(String id) {
    return URI.create(String.format(Locale.ROOT, "%s?id_list=%s&max_results=1", api, encoded(id)));
  }

  private static String wholeArchive(String archive) {
    return "cat:" + archive + " OR cat:" + archive + ".*";
  }

  /** The first page of the records in a set that were changed on these days, both included. */
  URI records(String set, LocalDate from, LocalDate until) {
    return URI.create(
        String.format(
            Locale.ROOT,
            "%s?verb=ListRecords&metadataPrefix=arXiv&set=%s&from=%s&until=%s",
            oai,
            encoded(set),
            from,
            until));
  }

  /** The page to which a resumption token leads. */
  URI records(String resumptionToken) {
    return URI.create(
        String.format(
            Locale.ROOT, "%s?verb=ListRecords&resumptionToken=%s", oai, encoded(resumptionToken)));
  }

  /**
   * The sets of OAI-PMH that hold these categories, one for each archive
   * (https://info.arxiv.org/help/oa/index.html).
   */
  static List<String> sets(List<String> categories) {
    return categories.stream()
        .map(category -> category.replaceFirst("\\..*", ""))
        .map(archive -> PHYSICS.contains(archive) ? "physics:" + archive : archive)
        .distinct()
        .toList();
  }

  private static String minute(Instant instant) {
    return MINUTE.format(instant);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
