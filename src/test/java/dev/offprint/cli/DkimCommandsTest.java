package dev.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.config.ConfigurationLoader;
import dev.offprint.config.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DkimCommandsTest {
  private final Session session = new Session();
  private final Map<String, String> environment = new HashMap<>();

  @TempDir Path folder;

  @BeforeEach
  void anInstallationThatMayMail() {
    environment.put("OFFPRINT_MAIL__FROM", "Papers <papers@lab.example>");
    session.features.data = folder.resolve("data");
    session.features.configuration =
        () -> ConfigurationLoader.load(null, environment).configuration();
  }

  @Test
  void aNewKeyIsForItsUserAloneAndTheNextStepsAreTold() throws IOException {
    assertThat(session.run("dkim", "init")).isZero();

    Path file = folder.resolve("data/dkim-rsa.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file).content().startsWith("-----BEGIN PRIVATE KEY-----\n");
    assertThat(session.out)
        .contains(
            "Name   offprint._domainkey.lab.example\nType   TXT\nValue  v=DKIM1; k=rsa; p=MII",
            "\noffprint._domainkey.lab.example. IN TXT (\n  \"v=DKIM1; k=rsa; p=MII",
            "\n[mail.dkim]\nrsa_key_file = \"" + file + "\"\n");
    assertThat(session.err).isEmpty();
  }

  @Test
  void theStringsOfTheRecordMakeUpItsValueAndFitIntoDns() {
    session.run("dkim", "init", "--json");

    JsonNode record = session.json().get("record");
    StringBuilder joined = new StringBuilder();
    record.get("strings").forEach(string -> joined.append(string.asString()));
    assertThat(joined).hasToString(record.get("value").asString()).hasSizeBetween(256, 510);
    assertThat(record.get("strings").get(0).asString()).hasSize(255);
    assertThat(record.get("strings")).hasSize(2);
    assertThat(record.get("type").asString()).isEqualTo("TXT");
  }

  @Test
  void whatIsPrintedForTheConfigurationIsAllItNeeds() {
    session.run("dkim", "init", "--algorithm", "ed25519", "--json");
    JsonNode made = session.json();
    assertThat(made.get("configured").asBoolean()).isFalse();
    environment.put(
        "OFFPRINT_MAIL__DKIM__ED25519_KEY_FILE",
        made.get("configuration").asString().lines().toList().get(1).split("\"", -1)[1]);

    assertThat(session.run("dkim", "show", "--json")).isZero();

    assertThat(session.json()).hasSize(1);
    JsonNode shown = session.json().get(0);
    assertThat(shown.get("configured").asBoolean()).isTrue();
    assertThat(shown.get("file").isNull()).isTrue();
    assertThat(shown.get("record")).isEqualTo(made.get("record"));
    assertThat(shown.get("record").get("name").asString())
        .isEqualTo("offprint-ed25519._domainkey.lab.example");
  }

  @Test
  void aKeyThatIsThereIsLeftAsItIs() throws IOException {
    session.run("dkim", "init");
    String first = Files.readString(folder.resolve("data/dkim-rsa.pem"));

    assertThat(session.run("dkim", "init")).isEqualTo(1);

    assertThat(folder.resolve("data/dkim-rsa.pem")).hasContent(first);
    assertThat(session.err).hasLineCount(1).contains("left as it is; `offprint dkim show`");
    assertThat(session.run("dkim", "init", "--algorithm", "ed25519")).isZero();
  }

  @Test
  void theRecordIsForTheDomainAndTheSelectorThatAreConfigured() {
    environment.put("OFFPRINT_MAIL__FROM", "papers@mail.lab.example");
    environment.put("OFFPRINT_MAIL__DKIM__DOMAIN", "lab.example");
    environment.put("OFFPRINT_MAIL__DKIM__RSA_SELECTOR", "papers-2026");

    session.run("dkim", "init");

    assertThat(session.out).contains("Name   papers-2026._domainkey.lab.example\n");
  }

  @Test
  void withoutADomainOfItsOwnNoKeyIsMade() {
    environment.remove("OFFPRINT_MAIL__FROM");

    assertThat(session.run("dkim", "init")).isEqualTo(1);

    assertThat(session.err)
        .isEqualTo(
            "offprint: mail.from is at localhost, and no DNS can hold a record for that; set"
                + " mail.from first\n");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void anUnknownAlgorithmIsWrongUsage() {
    assertThat(session.run("dkim", "init", "--algorithm", "dsa")).isEqualTo(2);
    assertThat(session.err).contains("it must be one of rsa, ed25519");
  }

  @Test
  void aFolderThatCannotBeWrittenIsOneLine() throws IOException {
    session.features.data = Files.createFile(folder.resolve("a-file")).resolve("data");
    assertThat(session.run("dkim", "init")).isEqualTo(1);
    assertThat(session.err).hasLineCount(1).startsWith("offprint: cannot write ");
  }

  @Test
  void withoutAnyKeyThereIsNothingToShow() {
    assertThat(session.run("dkim", "show")).isEqualTo(1);
    assertThat(session.err).hasLineCount(1).contains("`offprint dkim init` makes one");
  }

  @Test
  void keysThatAreConfiguredAndKeysThatAreNotYetAreToldApart() {
    environment.put("OFFPRINT_MAIL__DKIM__ED25519_KEY", TestKeys.ED25519);
    session.run("dkim", "init");

    assertThat(session.run("dkim", "show")).isZero();

    assertThat(session.out)
        .contains(
            "The ed25519 key that signs mails:\n\nName   offprint-ed25519._domainkey.lab.example",
            "The rsa key in "
                + folder.resolve("data/dkim-rsa.pem")
                + ", which is not configured and signs nothing:\n\nName   offprint._domainkey");
  }

  @Test
  void anotherKeyCanTakeOverUnderAnotherName() {
    session.run("dkim", "init");
    environment.put(
        "OFFPRINT_MAIL__DKIM__RSA_KEY_FILE", folder.resolve("data/dkim-rsa.pem").toString());

    assertThat(session.run("dkim", "init")).isEqualTo(1);
    assertThat(session.err).hasLineCount(1).contains("has the selector offprint;", "--selector");
    assertThat(session.run("dkim", "init", "--selector", "offprint-2027")).isZero();
    String lines =
        "[mail.dkim]\nrsa_selector = \"offprint-2027\"\nrsa_key_file = \"%s\"\n"
            .formatted(folder.resolve("data/dkim-rsa-offprint-2027.pem"));
    assertThat(session.out).contains("Name   offprint-2027._domainkey.lab.example\n", lines);

    session.run("dkim", "show");
    assertThat(session.out)
        .contains(
            "The rsa key that signs mails:\n\nName   offprint._domainkey.lab.example\n",
            "Name   offprint-2027._domainkey.lab.example\n",
            lines);
  }

  @Test
  void whatIsNoSelectorIsWrongUsage() {
    assertThat(session.run("dkim", "init", "--selector", "../a")).isEqualTo(2);
    assertThat(session.err)
        .isEqualTo("offprint: --selector '../a': it must be letters, digits and hyphens\n");
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    session.run("dkim", "init");
    Path file = folder.resolve("data/dkim-rsa.pem");
    Files.writeString(file, Files.readString(file).substring(0, 500));

    assertThat(session.run("dkim", "show")).isEqualTo(1);

    assertThat(session.err)
        .isEqualTo(
            "offprint: %s holds a key that is cut short or damaged; move it away, and make a new key by `offprint dkim init`\n"
                .formatted(file));
  }

  @Test
  void aWeakKeyIsValidAndNoted() {
    environment.put("OFFPRINT_MAIL__DKIM__RSA_KEY", TestKeys.RSA);
    assertThat(session.run("config", "check")).isZero();
    assertThat(session.err)
        .contains("warning: mail.dkim.rsa_key has 1024 bits, and some receivers want 2048;");

    environment.put("OFFPRINT_MAIL__DKIM__RSA_KEY", TestKeys.privateKey("RSA", 2048));
    assertThat(session.run("config", "check")).isZero();
    assertThat(session.err).doesNotContain("mail.dkim");
  }
}
