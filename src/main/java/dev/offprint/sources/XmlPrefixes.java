package dev.offprint.sources;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Declares the prefixes that a page uses without saying what they stand for. */
final class XmlPrefixes {
  private static final int MOST = 200;
  private static final String NAME = "[A-Za-z_][\\w.-]{0,40}";
  private static final Pattern ROOT =
      Pattern.compile("\\A(?:\\s|<!--(?s:.*?)-->|<\\?(?s:.*?)\\?>)*+<[A-Za-z_][\\w:.-]*+([^>]*+)>");
  private static final Pattern USED =
      Pattern.compile("(?:</?|\\s)(" + NAME + "):(?=[A-Za-z_][^\\s=<>]*(?:\\s*=|[\\s/>]))");
  private static final Pattern DECLARED = Pattern.compile("xmlns:(" + NAME + ")\\s*=");

  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("arxiv", "http://arxiv.org/schemas/atom"),
          Map.entry("atom", "http://www.w3.org/2005/Atom"),
          Map.entry("content", "http://purl.org/rss/1.0/modules/content/"),
          Map.entry("dc", "http://purl.org/dc/elements/1.1/"),
          Map.entry("dcterms", "http://purl.org/dc/terms/"),
          Map.entry("media", "http://search.yahoo.com/mrss/"),
          Map.entry("opensearch", "http://a9.com/-/spec/opensearch/1.1/"),
          Map.entry("prism", "http://prismstandard.org/namespaces/basic/2.0/"),
          Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
          Map.entry("slash", "http://purl.org/rss/1.0/modules/slash/"),
          Map.entry("sy", "http://purl.org/rss/1.0/modules/syndication/"),
          Map.entry("xsi", "http://www.w3.org/2001/XMLSchema-instance"));

  private XmlPrefixes() {}

  /**
   * The text with declarations on its root element for all that it does not declare there; one
   * further down counts for its own element as before.
   */
  static String declared(String text) {
    Matcher root = ROOT.matcher(text);
    if (!root.find()) {
      return text;
    }
    Set<String> missing = used(text);
    Matcher declared = DECLARED.matcher(root.group(1));
    while (declared.find()) {
      missing.remove(declared.group(1));
    }
    StringBuilder declarations = new StringBuilder();
    for (String prefix : missing) {
      declarations
          .append(" xmlns:")
          .append(prefix)
          .append("=\"")
          .append(USUAL.getOrDefault(prefix, "urn:prefix:" + prefix))
          .append('"');
    }
    return text.substring(0, root.start(1)) + declarations + text.substring(root.start(1));
  }

  private static Set<String> used(String text) {
    Set<String> used = new TreeSet<>();
    Matcher matcher = USED.matcher(text);
    while (used.size() < MOST && matcher.find()) {
      String prefix = matcher.group(1);
      if (!prefix.toLowerCase(java.util.Locale.ROOT).startsWith("xml")) {
        used.add(prefix);
      }
    }
    return used;
  }
}
