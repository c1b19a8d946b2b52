package dev.offprint.web.http;

import dev.offprint.messages.Languages;
import dev.offprint.messages.Messages;
import dev.offprint.templates.Templates;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Fills the templates of the pages. */
public final class Rendering {
  private final Templates templates;
  private final URI baseUrl;
  private final String base;

  /**
   * Renders by some templates.
   *
   * @param baseUrl where readers reach the pages; the path in it stands before every link
   */
  public Rendering(Templates templates, URI baseUrl) {
    this.templates = templates;
    this.baseUrl = baseUrl;
    String path = baseUrl.getRawPath();
    this.base = path == null ? "" : path.replaceFirst("/+$", "");
  }

  /** What pages can be in. */
  public Languages languages() {
    return templates.languages();
  }

  /** Where readers reach the pages. */
  public URI baseUrl() {
    return baseUrl;
  }

  /** The path before every link; empty, or with a slash in front and none behind. */
  String base() {
    return base;
  }

  /**
   * One page.
   *
   * @param in the language
   * @param formToken what its forms carry, see {@link FormTokens}
   */
  public String html(Page answer, Messages in, String formToken) {
    Map<String, Object> values = new HashMap<>(answer.values());
    values.put("base", base);
    values.put("site", baseUrl.toString().replaceFirst("/+$", ""));
    values.put("formToken", formToken);
    return templates.render(answer.template(), in, values);
  }

  /**
   * A part of a page, which is the same for all who read a language.
   *
   * @param name of the {@code th:fragment}
   */
  public String part(String template, String name, Messages in, Map<String, ?> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("base", base);
    return templates.part(template, name, in, all);
  }
}
