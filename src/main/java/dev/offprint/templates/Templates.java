package dev.offprint.templates;

import dev.offprint.messages.BrokenMessages;
import dev.offprint.messages.Languages;
import dev.offprint.messages.Messages;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.attoparser.ParseException;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateparser.text.TextParseException;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/**
 * The operator's templates: {@code .html} files are HTML, {@code .txt} files are text, and {@code
 * messages} holds what they say in each language. Each is read once and cached.
 *
 * <p>Thymeleaf escapes what {@code th:text} and attributes show; a template that uses {@code
 * th:utext} on a paper's text breaks the promise of this package.
 */
public final class Templates {
  private final Path folder;
  private final Languages languages;
  private final TemplateEngine engine = new TemplateEngine();

  /**
   * Reads templates below the given folder, such as {@code templates} of the distribution.
   *
   * @throws BrokenTemplate when there is no such folder, or a file of messages in it is broken
   */
  public Templates(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(this.folder)) {
      throw new BrokenTemplate(
          "there is no template folder "
              + this.folder
              + "; copy the folder \"templates\" of the Offprint distribution to it");
    }
    try {
      languages = Languages.in(this.folder.resolve("messages"));
    } catch (BrokenMessages e) {
      throw new BrokenTemplate(String.valueOf(e.getMessage()), e);
    }
    engine.setDialect(new MessageDialect());
    engine.setMessageResolver(new TemplateMessages());
    engine.addTemplateResolver(resolver(this.folder, TemplateMode.HTML, "*.html"));
    engine.addTemplateResolver(resolver(this.folder, TemplateMode.TEXT, "*.txt"));
  }

  private static FileTemplateResolver resolver(Path folder, TemplateMode mode, String pattern) {
    FileTemplateResolver resolver = new FileTemplateResolver();
    resolver.setPrefix(folder + "/");
    resolver.setResolvablePatterns(Set.of(pattern));
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding("UTF-8");
    return resolver;
  }

  /** What the templates can say something in. */
  public Languages languages() {
    return languages;
  }

  /**
   * Fills one template.
   *
   * @param name its path below the folder, with its ending, such as {@code mail/edition.html}
   * @param in the language
   * @param values a {@link dev.offprint.messages.Message} among them is told in that language
   * @throws BrokenTemplate when the file is missing, is not well formed, or asks for a value or a
   *     message that there is not
   */
  public String render(String name, Messages in, Map<String, ?> values) {
    return render(name, null, in, values);
  }

  /**
   * Fills a part of a template.
   *
   * @param part the name of a {@code th:fragment} in it
   * @throws BrokenTemplate as {@link #render} does
   */
  public String part(String name, String part, Messages in, Map<String, ?> values) {
    return render(name, Set.of(part), in, values);
  }

  private String render(
      String name, @Nullable Set<String> parts, Messages in, Map<String, ?> values) {
    try {
      Context context = new Context(in.locale(), Map.copyOf(values));
      context.setVariable(TemplateMessages.VARIABLE, in);
      return engine
          .process(name, parts, context)
          .replace("\r\n", "\n"); // a template may come from any editor
    } catch (TemplateEngineException problem) {
      throw broken(name, problem);
    }
  }

  /** Tells the file, line and reason that Thymeleaf spreads over a chain of causes. */
  private BrokenTemplate broken(String name, TemplateEngineException problem) {
    String file = name;
    @Nullable Integer line = null;
    String what = "";
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case TemplateProcessingException processing -> {
          file = processing.hasTemplateName() ? processing.getTemplateName() : file;
          line = processing.hasLineAndCol() ? processing.getLine() : line;
          what = firstLine(cause);
        }
        case ParseException parse -> {
          line = parse.getLine() == null ? line : parse.getLine();
          what = firstLine(cause);
        }
        case TextParseException parse -> {
          line = parse.getLine() == null ? line : parse.getLine();
          what = firstLine(cause);
        }
        case FileNotFoundException _ ->
            what = "the file is missing or cannot be read; copy it from the Offprint distribution";
        default -> what += " (" + firstLine(cause) + ")";
      }
    }
    String where = folder.resolve(file) + (line == null ? "" : ", line " + line);
    return new BrokenTemplate(where + ": " + what.strip(), problem);
  }

  private static String firstLine(Throwable reason) {
    @Nullable String message = reason.getMessage();
    return message == null
        ? reason.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").replaceFirst(" \\(template: .*\\)$", "");
  }
}
