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
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is shown nowhere, however wrongly it was written down. */
class SecrecyTest {
  private static final String SECRET = "hunter2";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[smtp]§password = hunter2",
        "[smtp]§password = \"hunter2",
        "[smtp]§password = \"hunter2\" oops",
        "[smtp]§password = \"hunter2\\q\"",
        "[smtp]§password = 'hunter2'§password = 'hunter2'",
        "[smtp]§password = [\"hunter2\"]",
        "[smtp]§password = { value = \"hunter2\" }",
        "[smtp]§password = \"hunter2\\n\"",
        "[smtp]§passwort = \"hunter2\"",
        "[smtp]§password = \"hunter2\"§password_file = \"x\"",
        "password = \"hunter2\"",
        "smtp = \"hunter2\"",
        "[[smtp]]§password = \"hunter2\"",
        "[server]§base_url = \"https://me:hunter2@lab.example\"",
        "[server]§base_url = \"https://me:hunter2 @lab.example\"",
        "[database]§url = \"jdbc:postgresql://h/n?user=a&password=hunter2\"",
        "[database]§url = \"jdbc:h2:mem:a;PASSWORD=hunter2\"",
        "[database]§url = \"postgresql://a:hunter2@h/n\"",
        "[smtp.oauth]§client_secret = \"hunter2\"",
        "[smtp.oauth]§token_url = \"https://me:hunter2@login.lab.example/token\"",
        "[smtp.oauth]§token_url = \"http://login.lab.example/token?key=hunter2\"",
        "[mail.dkim]§rsa_key = \"hunter2\"",
        "[mail.dkim]§rsa_key = \"-----BEGIN hunter2-----\"",
        "[mail.dkim]§ed25519_key = \"-----BEGIN PRIVATE KEY-----hunter2-----END PRIVATE KEY-----\"",
      })
  void noProblemQuotesIt(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("offprint.toml"), text.replace('§', '\n'));

    assertThat(
            catchThrowableOfType(
                InvalidConfiguration.class, () -> ConfigurationLoader.load(file, Map.of())))
        .hasMessageNotContaining(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456789123456789123456789e",
        "0x987654321g",
        "0123456789",
        "1e123456789123",
        "98_",
        "+.5"
      })
  void noProblemQuotesANumberThatIsNone(String secret) throws IOException {
    Path file =
        Files.writeString(folder.resolve("offprint.toml"), "[smtp]\npassword = " + secret + "\n");

    InvalidConfiguration invalid =
        catchThrowableOfType(
            InvalidConfiguration.class, () -> ConfigurationLoader.load(file, Map.of()));
    assertThat(invalid.problems())
        .isNotEmpty()
        .extracting(Problem::what)
        .noneMatch(what -> what.contains(secret));
  }

  @Test
  void theProblemWithASecretFileDoesNotQuoteItsContent() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), SECRET + "\nsecond line\n");

    assertThat(
            catchThrowableOfType(
                InvalidConfiguration.class,
                () ->
                    ConfigurationLoader.load(
                        null, Map.of("OFFPRINT_SMTP__PASSWORD_FILE", secret.toString()))))
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void whatWasLoadedDoesNotShowIt() {
    Map<String, String> environment = new HashMap<>();
    List<SettingDescription> secrets =
        Settings.all().stream().filter(SettingDescription::secret).toList();
    secrets.forEach(setting -> environment.put(setting.variable(), SECRET));
    // A login has either a password or the secret of a client.
    environment.remove("OFFPRINT_SMTP__OAUTH__CLIENT_SECRET");
    environment.remove("OFFPRINT_MAIL__BOUNCES__PASSWORD");
    environment.put("OFFPRINT_MAIL__BOUNCES__USERNAME", "bounces");
    environment.put("OFFPRINT_MAIL__BOUNCES__OAUTH__TOKEN_URL", "https://login.lab.example/token");
    environment.put("OFFPRINT_MAIL__BOUNCES__OAUTH__CLIENT_ID", "offprint");
    environment.put("OFFPRINT_MAIL__DKIM__RSA_KEY", TestKeys.RSA);
    environment.put("OFFPRINT_MAIL__DKIM__ED25519_KEY", TestKeys.ED25519);

    ConfigurationLoader.Loaded loaded = ConfigurationLoader.load(null, environment);

    assertThat(secrets).isNotEmpty();
    assertThat(loaded.toString()).doesNotContain(SECRET, "PRIVATE KEY");
    assertThat(ConfigurationText.effective(loaded.settings()))
        .doesNotContain(SECRET, "PRIVATE KEY")
        .contains("password = \"***\"  # OFFPRINT_SMTP__PASSWORD")
        .contains("client_secret = \"***\"  # OFFPRINT_MAIL__BOUNCES__OAUTH__CLIENT_SECRET");
  }

  @Test
  void onlyTextThatNoMessageQuotesIsDeclaredSecret() {
    assertThat(Settings.declared())
        .filteredOn(declaration -> declaration.description().secret())
        .allSatisfy(
            declaration -> {
              assertThat(declaration.description().type()).isEqualTo(String.class);
              assertThat(declaration.rules().form())
                  .isIn(Form.TEXT, Form.RSA_KEY, Form.ED25519_KEY);
            });
  }
}
