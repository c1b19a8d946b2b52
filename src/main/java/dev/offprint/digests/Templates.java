package dev.offprint.digests;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/**
 * The operator's templates: {@code .html} files are HTML, {@code .txt} files are text. Each is read
 * once and kept.
 *
 * <p>Thymeleaf escapes what {@code th:text} and attributes show; a template that uses {@code
 * th:utext} on a paper's text breaks the promise of this package.
 */
public final class Templates {
  private final TemplateEngine engine = new TemplateEngine();

  /** Reads templates below the given folder, such as {@code templates} of the distribution. */
  public Templates(Path folder) {
    engine.addTemplateResolver(resolver(folder, TemplateMode.HTML, "*.html"));
    engine.addTemplateResolver(resolver(folder, TemplateMode.TEXT, "*.txt"));
  }

  private static FileTemplateResolver resolver(Path folder, TemplateMode mode, String pattern) {
    FileTemplateResolver resolver = new FileTemplateResolver();
    resolver.setPrefix(folder.toAbsolutePath() + "/");
    resolver.setResolvablePatterns(java.util.Set.of(pattern));
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding("UTF-8");
    return resolver;
  }

  /**
   * Fills one template.
   *
   * @param name its path below the folder, with its ending, such as {@code mail/edition.html}
   */
  public String render(String name, Map<String, Object> values) {
    return engine.process(name, new Context(Locale.ENGLISH, values));
  }
}
