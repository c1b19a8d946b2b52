package dev.offprint.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Reduces what a feed gives as HTML, or as text, to what {@link PlainText} reads: text in which
 * superscripts, subscripts and MathML are the only elements left.
 */
public final class HtmlText {
  private static final int DEEPEST = 200;
  private static final Pattern ENTITY = Pattern.compile("&(?=#?[A-Za-z0-9]{1,32};)");
  private static final Set<String> UNSEEN =
      Set.of(
          "script", "style", "template", "iframe", "object", "svg", "video", "audio", "noscript");
  private static final Set<String> ROWS = Set.of("dd", "dt", "tbody", "caption", "figcaption");

  private final StringBuilder out = new StringBuilder();

  private HtmlText() {}

  /**
   * Reads an HTML fragment. A bracket that opens no element of HTML is a bracket, so that {@code
   * p<q}, {@code List<String>} and {@code <unk>} stay.
   */
  public static String of(String html) {
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
      return html;
    }
    Document document = Jsoup.parseBodyFragment(withLoneBracketsEscaped(html));
    document.outputSettings().prettyPrint(false);
    HtmlText text = new HtmlText();
    text.children(document.body(), 0);
    return text.out.toString();
  }

  /**
   * What has to be given to {@link PlainText} for a text to be shown as it is, as RFC 4287 says.
   */
  public static String literal(String text) {
    String kept = ENTITY.matcher(text).replaceAll("&amp;");
    if (kept.indexOf('<') < 0) {
      return kept;
    }
    StringBuilder escaped = new StringBuilder(kept.length());
    for (int i = 0; i < kept.length(); i++) {
      char c = kept.charAt(i);
      boolean read =
          c == '<'
              && (Tag.at(kept, i) != null
                  || kept.startsWith("<!--", i)
                  || kept.startsWith("<![CDATA[", i));
      escaped.append(read ? "&lt;" : Character.toString(c));
    }
    return escaped.toString();
  }

  private static String withLoneBracketsEscaped(String html) {
    Map<String, Integer> opened = new HashMap<>();
    Map<String, Integer> closed = new HashMap<>();
    for (int i = html.indexOf('<'); i >= 0; i = html.indexOf('<', i + 1)) {
      Tag tag = Tag.ofHtml(html, i);
      if (tag != null) {
        (tag.shape() == Tag.Shape.CLOSE ? closed : opened).merge(tag.name(), 1, Integer::sum);
      }
    }
    StringBuilder out = new StringBuilder(html.length());
    for (int i = 0; i < html.length(); i++) {
      char c = html.charAt(i);
      if (c != '<' || html.startsWith("<!--", i)) {
        out.append(c);
        continue;
      }
      Tag tag = Tag.ofHtml(html, i);
      boolean paired =
          tag != null && opened.containsKey(tag.name()) && closed.containsKey(tag.name());
      boolean markup =
          tag != null
              && (paired || tag.isCertain() || (tag.isBlock() && tag.shape() == Tag.Shape.OPEN));
      out.append(markup ? "<" : "&lt;");
    }
    return out.toString();
  }

  private void children(Element element, int depth) {
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text) {
        out.append(literal(text.getWholeText()));
      } else if (child instanceof Element inner) {
        element(inner, depth + 1);
      }
    }
  }

  private void element(Element element, int depth) {
    if (depth > DEEPEST) {
      out.append(literal(element.wholeText()));
      return;
    }
    String tag = element.tagName().toLowerCase(Locale.ROOT);
    String name = tag.substring(tag.indexOf(':') + 1);
    if (name.equals("math")) {
      out.append(element.outerHtml());
    } else if (name.equals("script") && element.attr("type").startsWith("math/tex")) {
      formula(element);
    } else if (UNSEEN.contains(name) || element.attr("aria-hidden").equals("true")) {
      out.append(' ');
    } else if (name.equals("sub") || name.equals("sup")) {
      script(element, name, depth);
    } else if (name.equals("img")) {
      // Blogs and journals show formulas as pictures with their TeX beside them.
      String alt = element.attr("alt");
      boolean tex = element.className().contains("latex") || alt.startsWith("$");
      out.append(!tex ? " " : alt.startsWith("$") ? alt : "\\(" + alt + "\\)");
    } else {
      boolean apart = element.isBlock() || name.equals("br") || ROWS.contains(name);
      out.append(apart ? " " : "");
      children(element, depth);
      out.append(apart ? " " : "");
    }
  }

  private void formula(Element script) {
    out.append("\\(");
    for (DataNode data : script.dataNodes()) {
      out.append(data.getWholeData());
    }
    out.append("\\)");
  }

  private void script(Element element, String name, int depth) {
    // The mark of a footnote is no exponent.
    boolean note = element.selectFirst("a[href^=#]") != null;
    if (!note && element.hasText()) {
      out.append('<').append(name).append('>');
      children(element, depth);
      out.append("</").append(name).append('>');
    }
  }
}
