package dev.offprint.papers;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds arXiv ids in addresses: those of arXiv itself, of its mirrors, and of sites that show its
 * papers under their ids.
 *
 * <p>https://info.arxiv.org/help/arxiv_identifier.html: the scheme since April 2007, and the one
 * before it.
 */
final class ArxivIds {
  private static final String NEW = "\\d{2}(?:0[1-9]|1[0-2])\\.\\d{4,5}";
  private static final String OLD =
      "(?:acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg"
          + "|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-(?:ex|lat|ph|th)|math|math-ph|mtrl-th"
          + "|nlin|nucl-(?:ex|th)|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con)"
          + "(?:\\.[a-z]{2})?/\\d{7}";

  /** Whose addresses hold the id as a part of its own. The first is in most of them. */
  private static final String SITES =
      "arxiv|(?:huggingface\\.co|hf\\.co)/papers/|papers\\.cool/|alphaxiv\\.org/|scirate\\.com/"
          + "|ar5iv\\.org/|emergentmind\\.com/|themoonlight\\.io/|xxx\\.lanl\\.gov/";

  private static final Pattern ADDRESS =
      Pattern.compile(
          String.format(
              Locale.ROOT,
              "(?:%s)(?:[^\\s#]*?[/:=._-])??(%s|(?<=[/:=.])%s)(?:v\\d+)?(?:\\.pdf)?(?![\\w-]|\\.\\w)",
              SITES,
              NEW,
              OLD),
          Pattern.CASE_INSENSITIVE);

  /** Names in NASA ADS, such as {@code 2024arXiv240500001L}. */
  private static final Pattern BIBCODE =
      Pattern.compile("\\b(?:19|20)\\d\\darXiv(\\d{4})(\\d{5})[A-Z]\\b");

  private ArxivIds() {}

  /** The id that an address leads to, with neither version nor tail. */
  static Optional<String> in(String address) {
    Matcher matcher = ADDRESS.matcher(PercentSigns.decoded(address));
    if (matcher.find()) {
      return Optional.of(canonical(matcher.group(1)));
    }
    Matcher bibcode = BIBCODE.matcher(address);
    return bibcode.find()
        ? Optional.of(bibcode.group(1) + "." + bibcode.group(2))
        : Optional.empty();
  }

  /** The same for one paper: {@code math.GT/0309136} is {@code math/0309136}. */
  static String canonical(String id) {
    int slash = id.indexOf('/');
    return slash < 0
        ? id
        : id.substring(0, slash).toLowerCase(Locale.ROOT).replaceFirst("\\..*", "")
            + id.substring(slash);
  }
}
