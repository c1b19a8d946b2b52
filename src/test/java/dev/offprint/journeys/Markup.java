package dev.offprint.journeys;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** What the Nu HTML checker says of a page or a style sheet as it was sent; warnings count. */
final class Markup {
  private static final Markup CHECKER = new Markup();

  private final SimpleDocumentValidator checker = new SimpleDocumentValidator(false, false, false);

  private Markup() {
    try {
      checker.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, new Problems());
    } catch (Exception e) {
      throw new IllegalStateException("the Nu HTML checker does not start", e);
    }
  }

  static List<String> ofPage(String html) {
    return CHECKER.problems(html);
  }

  /** The checker reads the styles of a page; the lines stay those of the style sheet. */
  static List<String> ofStyleSheet(String css) {
    return CHECKER.problems(
        "<!DOCTYPE html><html lang=\"en\"><title>Styles</title><style>" + css + "</style>");
  }

  private List<String> problems(String html) {
    Problems problems = new Problems();
    try {
      checker.setUpValidatorAndParsers(problems, true, false);
      checker.checkHtmlInputSource(new InputSource(new StringReader(html)));
    } catch (Exception e) {
      throw new IllegalStateException("the Nu HTML checker failed", e);
    }
    return problems.lines;
  }

  private static final class Problems implements ErrorHandler {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void warning(SAXParseException problem) {
      add(problem);
    }

    @Override
    public void error(SAXParseException problem) {
      add(problem);
    }

    @Override
    public void fatalError(SAXParseException problem) {
      add(problem);
    }

    private void add(SAXParseException problem) {
      lines.add("line " + problem.getLineNumber() + ": " + problem.getMessage());
    }
  }
}
