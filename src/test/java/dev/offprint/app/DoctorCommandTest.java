package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.cli.CommandLineProgram;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.doctor.dns.TestNameServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator asks whether all is well. */
@Timeout(120)
class DoctorCommandTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private final TestNameServer names = new TestNameServer();
  @TempDir Path folder;
  private Path data;
  private Installation installation;

  @BeforeEach
  void install() {
    data = folder.resolve("data");
    installation =
        new Installation(data, NOW)
            .with("OFFPRINT_MAIL__FROM", "Papers <papers@lab.example>")
            .with("OFFPRINT_SERVER__BASE_URL", "http://localhost:1");
    names.text("lab.example", "v=spf1 mx ~all").text("_dmarc.lab.example", "v=DMARC1; p=none");
  }

  @AfterEach
  void stop() {
    installation.close();
    names.close();
  }

  private Installation.Printed ask(Installation of, String... options) {
    return of.run(
        program -> program.add("doctor", () -> new DoctorCommand(names::dns)),
        Stream.concat(Stream.of("doctor"), Arrays.stream(options)).toArray(String[]::new));
  }

  private static JsonNode check(JsonNode answer, String name) {
    for (JsonNode check : answer.get("checks")) {
      if (check.get("name").asString().equals(name)) {
        return check;
      }
    }
    throw new AssertionError("there is no check " + name + " in " + answer);
  }

  private JsonNode answer(Installation of) {
    return new JsonMapper().readTree(ask(of, "--json").out());
  }

  private static String state(JsonNode answer, String name) {
    return check(answer, name).get("state").asString();
  }

  @Test
  void eachCheckIsALineAndANewFolderIsNotMade() {
    Installation.Printed printed = ask(installation);
    assertThat(printed.exit()).as(printed.out()).isZero();
    assertThat(printed.out().lines())
        .anyMatch(line -> line.matches("ok +relay +127\\.0\\.0\\.1:\\d+ answers, not protected.*"))
        .anyMatch(line -> line.matches("warning +data folder +.*/data is not there yet"))
        .anyMatch(line -> line.matches(" +→ nothing: the first command .*"))
        .anyMatch(line -> line.matches("ok +SPF +lab\\.example has a record with 1 of 10.*"))
        .anyMatch(line -> line.matches("ok +DMARC +_dmarc\\.lab\\.example says p=none; SPF.*"))
        .anyMatch(line -> line.matches("ok +source file +.*"))
        .allMatch(line -> line.length() <= 100);
    assertThat(printed.out()).endsWith(" warnings.\n").contains("0 errors, ");
    assertThat(data).doesNotExist();
  }

  @Test
  void theDaemonIsKnownByItsPagesWhileItRuns() {
    assertThat(installation.run("subscribers", "add", "ada@gmail.com").exit()).isZero();
    try (Serving daemon = installation.serve()) {
      JsonNode answer = answer(installation);
      assertThat(state(answer, "data folder")).isEqualTo("ok");
      assertThat(state(answer, "database")).isEqualTo("ok");
      assertThat(check(answer, "base URL").get("what").asString())
          .isEqualTo(
              daemon.pages().toString().replaceFirst("/$", "")
                  + " leads to this process, but only on this machine");
      assertThat(state(answer, "one-click")).isEqualTo("ok");
      assertThat(check(answer, "large receivers").get("what").asString())
          .startsWith("1 mail a day at the most (Gmail 1, Yahoo 0, Outlook.com 0).");
    }
    assertThat(data.resolve("process.mark")).doesNotExist();
    JsonNode later = answer(installation);
    assertThat(state(later, "base URL")).isEqualTo("warning");
    assertThat(installation.run("subscribers", "list").out()).contains("active");
  }

  @Test
  void whatIsWrongIsAnErrorWithItsRemedyAndTheExitCodeSaysSo() throws IOException {
    Path templates = Files.createDirectories(folder.resolve("closed"));
    Installation broken =
        installation
            .with("OFFPRINT_SMTP__PORT", "1")
            .with("OFFPRINT_SOURCES__FILE__FOLDER", Files.createFile(templates.resolve("f")) + "");
    Installation.Printed printed = ask(broken, "--json");
    assertThat(printed.exit()).isOne();
    JsonNode answer = new JsonMapper().readTree(printed.out());
    assertThat(answer.get("ok").asBoolean()).isFalse();
    assertThat(check(answer, "relay").get("what").asString())
        .isEqualTo("the relay 127.0.0.1:1 cannot be reached: connection refused");
    assertThat(check(answer, "relay").get("remedy").asString())
        .isEqualTo("Check smtp.host and smtp.port, and that it runs.");
    assertThat(state(answer, "source file")).isEqualTo("error");
    assertThat(state(answer, "relay certificate")).isEqualTo("warning");
  }

  @Test
  void aConfigurationThatCannotBeUsedIsToldAndTheRestWaits() {
    StringWriter out = new StringWriter();
    int exit =
        new CommandLineProgram(
                new PrintWriter(out), new PrintWriter(out), Map.of(), options -> wrong())
            .add("doctor", () -> new DoctorCommand(names::dns))
            .run("doctor");
    assertThat(exit).isOne();
    assertThat(out.toString())
        .contains("error    configuration")
        .contains("smtp.hosts is unknown")
        .contains("data folder")
        .contains("→ mend it, then ask again; the rest was not looked at");
  }

  private Wiring wrong() {
    return new Wiring(
        () -> {
          throw CommandFailure.wrongConfiguration(
              "the configuration cannot be used", List.of("smtp.hosts is unknown"));
        },
        data,
        Path.of("").toAbsolutePath(),
        () -> NOW);
  }

  @Test
  void aDamagedDatabaseIsAnError() throws IOException {
    assertThat(installation.run("subscribers", "add", "ada@lab.example").exit()).isZero();
    Files.writeString(data.resolve("offprint.mv.db"), "x".repeat(50_000));
    JsonNode answer = answer(installation);
    assertThat(state(answer, "database")).isEqualTo("error");
    assertThat(check(answer, "database").get("what").asString().toLowerCase(Locale.ROOT))
        .contains("damaged");
  }

  @Test
  void aFolderThatOthersMayReadIsAWarning() throws IOException {
    assertThat(installation.run("subscribers", "add", "ada@lab.example").exit()).isZero();
    Files.setPosixFilePermissions(
        data, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(check(answer(installation), "data folder").get("remedy").asString())
        .isEqualTo("chmod 700 " + data);
  }
}
