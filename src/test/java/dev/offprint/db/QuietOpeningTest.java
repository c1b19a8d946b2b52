package dev.offprint.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.offprint.config.DatabaseConfiguration;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** The exception says it all: nothing is logged or printed when the database opens or does not. */
@Timeout(60)
class QuietOpeningTest {
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level usual = root.getLevel();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final PrintStream usualOutput = System.out;
  private final PrintStream usualErrors = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @TempDir Path folder;

  @BeforeEach
  void listenAsOperatorsDo() {
    log.start();
    root.addAppender(log);
    root.setLevel(Level.WARN);
    PrintStream kept = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(kept);
    System.setErr(kept);
  }

  @AfterEach
  void stopListening() {
    System.setOut(usualOutput);
    System.setErr(usualErrors);
    root.setLevel(usual);
    root.detachAppender(log);
  }

  @ParameterizedTest
  @EnumSource
  void aDatabaseThatOpensSaysNothing(TestDatabase kind) {
    kind.fresh().close();

    assertNothingWasSaid();
  }

  @Test
  void aServerThatDoesNotListenLeavesNoStackTrace() {
    assertThatThrownBy(() -> open("jdbc:postgresql://127.0.0.1:1/papers", folder))
        .isInstanceOf(DatabaseUnavailable.class);

    assertNothingWasSaid();
  }

  @Test
  void anAddressThatNoDriverKnowsLeavesNoStackTrace() {
    assertThatThrownBy(() -> open("jdbc:oracle:papers", folder))
        .isInstanceOf(DatabaseUnavailable.class)
        .message()
        .hasLineCount(1);

    assertNothingWasSaid();
  }

  /** Root may write to any folder of a disk, so this takes one that takes no files from anybody. */
  @Test
  void aFolderThatTakesNoFilesIsToldInOneLineAndLeavesNoStackTrace() {
    Path processes = Path.of("/proc/self");
    assumeTrue(Files.isDirectory(processes), "there is no /proc on this system");

    assertThatThrownBy(() -> open("", processes))
        .isInstanceOf(DatabaseUnavailable.class)
        .message()
        .hasLineCount(1)
        .startsWith("cannot open the database ")
        .contains("no file can be made here: /proc/");

    assertNothingWasSaid();
  }

  private void assertNothingWasSaid() {
    assertThat(log.list).isEmpty();
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static void open(String url, Path data) {
    Database.open(new DatabaseConfiguration(url, "", "", "", 7), data).close();
  }
}
