package dev.offprint.papers;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds DOIs in what sources write, and gives each work one: without the version of a preprint,
 * without what a publisher's address has behind it, and in lower case (ISO 26324; DOI Handbook,
 * section 2).
 */
final class Dois {
  /** A prefix and all that can belong to a suffix. */
  private static final Pattern WRITTEN =
      Pattern.compile("\\b(10\\.\\d{4,9}(?:\\.\\d+)*)/([^\\s\"]+)");

  /** A suffix made of a SICI (ANSI/NISO Z39.56), which may hold "<" and end in "#". */
  private static final Pattern SICI =
      Pattern.compile("[^\\s\"]*?[\\])>]\\d\\.\\d\\.CO;\\d(?:-[\\w#])?", Pattern.CASE_INSENSITIVE);

  private static final Pattern SESSION_OR_QUERY =
      Pattern.compile("[?#<>&'{}|\\\\^`].*|;jsessionid=.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern PUNCTUATION = Pattern.compile("[.,;:!/*’”»…]+$");

  /** What pages of publishers have behind the DOI. */
  private static final Pattern TAIL =
      Pattern.compile(
          "(?:/(?:full(?:-?text)?|abstract|abs|summary|meta|e?pdf|pdfft|pdf-viewer|tab-pdf|html"
              + "|xml|epub|ePub|references|citations?|cited-by|figures|tables|metrics|full-xml"
              + "|reader|view|viewer|download|suppl_file|supplementary-material|suppinfo|info"
              + "|fulltext\\.html|doi)(?:/.*)?"
              + "|\\.(?:pdf|html?|xml|epub|full(?:[.+-](?:pdf|html|txt|text))*|abstract|short|long"
              + "|article-(?:info|metrics)|supplementary-material|figures-only|explore))$",
          Pattern.CASE_INSENSITIVE);

  /**
   * Pages under {@code /article/doi/}, such as those of Oxford University Press, have a number of
   * their own behind the DOI, and perhaps the title.
   */
  private static final Pattern NUMBERED_PAGE = Pattern.compile("/[a-z-]*article[a-z-]*/doi/$");

  private static final Pattern NUMBER = Pattern.compile("(?<=[^/])/\\d{5,9}(?:/[^/]*)?$");

  /**
   * The version of a preprint or data set: {@code /v2}, {@code .v2}, {@code -v2} or {@code _v2}.
   */
  private static final Pattern VERSION = Pattern.compile("[/._-]v[1-9]\\d?$");

  /** bioRxiv, medRxiv and PeerJ write it without a sign before it. */
  private static final Pattern PREPRINT_VERSION =
      Pattern.compile("(10\\.(?:1101|64898)/[\\d.]+|10\\.7287/peerj\\.preprints\\.\\d+)v\\d+.*");

  /** F1000's platforms, eLife, Qeios, ESSOAr and Nature Precedings count with a mere number. */
  private static final Pattern NUMBERED_VERSION =
      Pattern.compile(
          "(10\\.12688/[a-z0-9]+\\.\\d+|10\\.7554/elife\\.\\d+|10\\.32388/[a-z0-9]{6}"
              + "|10\\.1002/essoar\\.\\d+|10\\.1038/npre\\.\\d{4}\\.\\d+)\\.\\d{1,2}");

  private Dois() {}

  /** The first DOI in a text or an address. */
  static Optional<String> in(String text) {
    String plain =
        PercentSigns.decoded(text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    Matcher written = WRITTEN.matcher(plain);
    if (!written.find()) {
      return Optional.empty();
    }
    Matcher sici = SICI.matcher(written.group(2));
    boolean numbered =
        written.group(1).equals("10.1093")
            || NUMBERED_PAGE.matcher(plain.substring(0, written.start())).find();
    String suffix = sici.lookingAt() ? sici.group() : withoutTails(written.group(2), numbered);
    return suffix.isEmpty()
        ? Optional.empty()
        : Optional.of(withoutVersion((written.group(1) + "/" + suffix).toLowerCase(Locale.ROOT)));
  }

  private static String withoutTails(String written, boolean numbered) {
    String suffix = SESSION_OR_QUERY.matcher(written).replaceFirst("");
    String before;
    do {
      before = suffix;
      suffix = PUNCTUATION.matcher(suffix).replaceFirst("");
      suffix = withoutUnopened(withoutUnopened(suffix, '(', ')'), '[', ']');
      String shorter = TAIL.matcher(suffix).replaceFirst("");
      suffix = shorter.isEmpty() ? suffix : shorter;
    } while (!suffix.equals(before));
    return numbered ? NUMBER.matcher(suffix).replaceFirst("") : suffix;
  }

  /** Without a bracket at its end that is closed and was opened before the DOI. */
  private static String withoutUnopened(String text, char open, char close) {
    boolean isClosed = text.endsWith(String.valueOf(close));
    long depth =
        text.chars().filter(c -> c == open).count() - text.chars().filter(c -> c == close).count();
    return isClosed && depth < 0 ? text.substring(0, text.length() - 1) : text;
  }

  private static String withoutVersion(String doi) {
    for (Pattern numbered : new Pattern[] {PREPRINT_VERSION, NUMBERED_VERSION}) {
      Matcher matcher = numbered.matcher(doi);
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    String unversioned = VERSION.matcher(doi).replaceFirst("");
    return unversioned.indexOf('/') < 0 ? doi : unversioned;
  }
}
