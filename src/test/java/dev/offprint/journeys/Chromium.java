package dev.offprint.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a browser: the Chromium that this machine has, started once for all of them. Where
 * there is none they are skipped, but fail if {@code BROWSER_REQUIRED} is set.
 */
public final class Chromium implements ExecutionCondition, ParameterResolver {
  private static final List<Path> USUAL_PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"),
          Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
          Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

  private static final String MISSING =
      "Chromium is not installed (Debian: chromium), so no page was looked at in a browser";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return executable().isPresent() || System.getenv("BROWSER_REQUIRED") != null
        ? ConditionEvaluationResult.enabled("there is a browser, or has to be one")
        : ConditionEvaluationResult.disabled(MISSING);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(Chromium.class))
        .computeIfAbsent(Running.class, key -> start(), Running.class)
        .browser();
  }

  private static Running start() {
    Path executable = executable().orElseThrow(() -> new AssertionError(MISSING));
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(executable)
            .setArgs(
                List.of(
                    // Chromium refuses to run as root, as it may have to in a container.
                    "--no-sandbox",
                    // Nothing but this machine has an address, whatever a page asks for.
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"));
    return new Running(playwright, playwright.chromium().launch(options));
  }

  private static Optional<Path> executable() {
    return USUAL_PLACES.stream().filter(Files::isExecutable).findFirst();
  }

  /** Closed by JUnit after the last test. */
  private record Running(Playwright playwright, Browser browser) implements AutoCloseable {
    @Override
    public void close() {
      browser.close();
      playwright.close();
    }
  }
}
