package dev.offprint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What signs mails, and what an operator is told when it cannot. */
class DkimSettingsTest {
  private static final String GIVE_RSA =
      "; give an RSA private key of 1024 to 4096 bits in PEM (PKCS#8); `offprint dkim init` makes"
          + " one";

  @TempDir Path folder;

  @Test
  void withoutADomainOfItsOwnTheSignatureIsThatOfTheFrom() {
    assertThat(mail("FROM", "Papers <papers@Lab.Example>").signingDomain())
        .isEqualTo("lab.example");
    assertThat(mail("FROM", "papers@lab.example").signingDomain()).isEqualTo("lab.example");
  }

  @Test
  void aParentOfTheDomainOfTheFromMaySign() {
    assertThat(mail("FROM", "p@mail.lab.example", "DKIM__DOMAIN", "Lab.example").signingDomain())
        .isEqualTo("lab.example");
  }

  @ParameterizedTest
  @CsvSource({
    "other.example, p@lab.example",
    "sub.lab.example, p@lab.example",
    "b.example, p@lab.example",
    "example, p@lab.example"
  })
  void aDomainThatDoesNotSpeakForTheFromIsRefused(String domain, String from) {
    assertThat(problems("FROM", from, "DKIM__DOMAIN", domain))
        .containsExactly(
            ("OFFPRINT_MAIL__DKIM__DOMAIN: mail.dkim.domain is \"%s\", but mail.from is at"
                    + " lab.example; give the domain of mail.from's address or a parent of it, such"
                    + " as lab.example, or leave it out: otherwise receivers do not count the"
                    + " signature for the sender")
                .formatted(domain));
  }

  @Test
  void twoKeysUnderOneSelectorAreRefused() {
    assertThat(problems("DKIM__RSA_SELECTOR", "a", "DKIM__ED25519_SELECTOR", "A"))
        .containsExactly(
            "OFFPRINT_MAIL__DKIM__ED25519_SELECTOR: mail.dkim.ed25519_selector is \"A\", as"
                + " mail.dkim.rsa_selector is; give each key a selector of its own");
  }

  @ParameterizedTest
  @CsvSource({"a_b", "''", "a..b", "-a", "'a; d=b'"})
  void aSelectorIsANameInDns(String selector) {
    assertThat(problems("DKIM__RSA_SELECTOR", selector))
        .singleElement()
        .asString()
        .contains("mail.dkim.rsa_selector is \"" + selector + "\"; give letters");
  }

  @Test
  void aKeyComesFromAFileWithAllItsLines() throws IOException {
    Path file = Files.writeString(folder.resolve("key.pem"), TestKeys.RSA + "\n");

    assertThat(mail("DKIM__RSA_KEY_FILE", file.toString()).dkim().rsaKey()).isEqualTo(TestKeys.RSA);
  }

  @Test
  void aKeyMayHaveLineEndsOfAnyKindAndTextAround() {
    String key = "Bag Attributes: none\r\n" + TestKeys.ED25519.replace("\n", "\r\n") + "\r\n\r\n";

    assertThat(mail("DKIM__ED25519_KEY", key).dkim().ed25519Key()).isEqualTo(key);
  }

  @Test
  void aFileWithoutAKeyIsNamedWithWhatItHolds() throws IOException {
    Path file = Files.writeString(folder.resolve("key.pem"), TestKeys.publicKey("RSA", 1024));

    assertThat(problems("DKIM__RSA_KEY_FILE", file.toString()))
        .containsExactly(
            "OFFPRINT_MAIL__DKIM__RSA_KEY_FILE: mail.dkim.rsa_key_file names "
                + file
                + ", which holds a public key"
                + GIVE_RSA);
  }

  @Test
  void whatIsWrongWithAKeyIsSaidInOneLine() {
    assertKeyProblem("secret", "does not hold a private key in PEM");
    assertKeyProblem(TestKeys.ED25519, "holds a damaged key, or one that is not of RSA");
    assertKeyProblem(
        TestKeys.privateKey("EC", 256), "holds a damaged key, or one that is not of RSA");
    assertKeyProblem(TestKeys.privateKey("RSA", 512), "holds an RSA key of 512 bits");
    assertKeyProblem(TestKeys.RSA.substring(0, 300), "holds a key that is cut short or damaged");
    assertKeyProblem(
        TestKeys.RSA.replace(TestKeys.RSA.substring(200, 210), ""),
        "holds a damaged key, or one that is not of RSA");
    assertKeyProblem(
        TestKeys.RSA.replace("PRIVATE", "ENCRYPTED PRIVATE"),
        "holds a key under a passphrase (`openssl pkcs8` writes it without one)");
    assertKeyProblem(
        TestKeys.RSA.replace("PRIVATE", "RSA PRIVATE"),
        "holds a key in the older form PKCS#1 (`openssl pkcs8 -topk8 -nocrypt` converts it)");
  }

  @Test
  void aKeyOfTheOtherKindIsRefusedForEd25519Too() {
    assertThat(problems("DKIM__ED25519_KEY", TestKeys.RSA))
        .singleElement()
        .asString()
        .contains(
            "holds a damaged key, or one that is not of Ed25519; give an Ed25519 private key");
    assertThat(problems("DKIM__ED25519_KEY", TestKeys.privateKey("Ed448", 448))).hasSize(1);
  }

  @Test
  void allProblemsAreTold() {
    assertThat(
            problems(
                "DKIM__DOMAIN", "other.example", "DKIM__RSA_KEY", "x", "DKIM__RSA_SELECTOR", "_"))
        .hasSize(3);
  }

  private void assertKeyProblem(String key, String what) {
    assertThat(problems("DKIM__RSA_KEY", key))
        .containsExactly("OFFPRINT_MAIL__DKIM__RSA_KEY: mail.dkim.rsa_key " + what + GIVE_RSA);
  }

  private static MailConfiguration mail(String... settings) {
    return ConfigurationLoader.load(null, environment(settings)).configuration().mail();
  }

  private static List<String> problems(String... settings) {
    return catchThrowableOfType(InvalidConfiguration.class, () -> mail(settings))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }

  private static Map<String, String> environment(String... settings) {
    Map<String, String> environment = new HashMap<>();
    for (int at = 0; at < settings.length; at += 2) {
      environment.put("OFFPRINT_MAIL__" + settings[at], settings[at + 1]);
    }
    return environment;
  }
}
