package dev.offprint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.offprint.access.TestAuthority;
import dev.offprint.config.Login.OAuth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom to trust and how to log in, at the relay and at the mailbox. § stands for a line end. */
class LoginSettingsTest {
  private static final String PEM = TestAuthority.LAB.pem();
  private static final String CLIENT =
      "token_url = \"https://login.example/t\"§client_id = \"a\"§client_secret = \"b\"";

  @TempDir Path folder;
  private Path authorities;

  @BeforeEach
  void nameTheFile() {
    authorities = folder.resolve("lab.pem");
  }

  private Configuration load(String text) {
    return ConfigurationLoader.load(written("offprint.toml", text.replace('§', '\n')), Map.of())
        .configuration();
  }

  private List<String> problems(String text) {
    InvalidConfiguration invalid =
        catchThrowableOfType(InvalidConfiguration.class, () -> load(text));
    assertThat(invalid).as("everything is valid").isNotNull();
    return invalid.problems().stream()
        .map(problem -> problem.toString().replace(folder + "/", ""))
        .toList();
  }

  private Path written(String name, String text) {
    return written(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path written(String name, byte[] octets) {
    try {
      return Files.write(folder.resolve(name), octets);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"smtp", "mail.bounces"})
  void authoritiesStandInAFileBesideTheConfiguration(String section) {
    written("lab.pem", PEM);
    Configuration loaded = load("[" + section + "]§ca_file = \"lab.pem\"");
    CertificateFile own =
        section.equals("smtp") ? loaded.smtp().caFile() : loaded.mail().bounces().caFile();
    assertThat(own.name()).isEqualTo(authorities.toString());
    assertThat(own.certificates()).isEqualTo(TestAuthority.LAB.file().certificates());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PEM",
        "\uFEFFPEM",
        "Our authority, since 2024\n\n# comment – ü\nPEM\nthe end",
        "PEM-----BEGIN PRIVATE KEY-----\nnot looked at\n-----END PRIVATE KEY-----\n"
      })
  void aroundACertificateThereMayBeOtherText(String text) {
    written("lab.pem", text.replace("PEM", PEM));
    assertThat(load("[smtp]§ca_file = 'lab.pem'").smtp().caFile().certificates()).hasSize(1);
  }

  @Test
  void aFileMayHoldSeveralWithLineEndsOfWindowsAndComments() {
    String two = PEM + "between\n" + new TestAuthority("+0d").pem().replace("CERT", "X509 CERT");
    written("lab.pem", two.replace("\n", "\r\n"));
    assertThat(load("[smtp]§ca_file = 'lab.pem'").smtp().caFile().certificates()).hasSize(2);
  }

  @Test
  void aFileInOtherEncodingsOfTextIsRead() {
    written("lab.pem", ("für alle\n" + PEM).getBytes(StandardCharsets.ISO_8859_1));
    assertThat(load("[smtp]§ca_file = 'lab.pem'").smtp().caFile().certificates()).hasSize(1);
  }

  @Test
  void whatIsWrongWithAuthoritiesIsTold() {
    String damaged = PEM.replaceFirst("\n.{30}", "\nAAAA");
    String cut = PEM.substring(0, PEM.length() / 2);
    assertThat(told("")).endsWith("lab.pem, which is empty; " + CERTIFICATES);
    assertThat(told(" \n")).endsWith("lab.pem, which is empty; " + CERTIFICATES);
    assertThat(told("hello")).endsWith("which holds no certificate in PEM; " + CERTIFICATES);
    assertThat(told("-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n"))
        .endsWith("which holds no certificate in PEM, but PRIVATE KEY; " + CERTIFICATES);
    assertThat(told(damaged + "\n" + cut))
        .contains("which holds a damaged certificate from line 1 on, and a certificate without its")
        .endsWith(" on; copy the whole file anew");
    assertThat(told("x\n-----END CERTIFICATE-----"))
        .contains("the end of a certificate without its beginning in line 2");
    assertThat(told("a\n-----BEGIN CERTIFICATE-----\n§§\n-----END CERTIFICATE-----"))
        .contains("a damaged certificate from line 2 on");
    assertThat(told("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----"))
        .contains("a damaged certificate from line 1 on");
  }

  private static final String CERTIFICATES =
      "give a file with certificates in PEM, each from BEGIN CERTIFICATE to END CERTIFICATE";

  private String told(String content) {
    written("lab.pem", content);
    List<String> problems = problems("[smtp]§ca_file = 'lab.pem'");
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst()).startsWith("offprint.toml:2: smtp.ca_file names lab.pem, ");
    return problems.getFirst();
  }

  @Test
  void certificatesThatAreNoTextAreTold() {
    String base64 = PEM.replaceAll("-----.*-----", "").replaceAll("\\s", "");
    written("lab.pem", Base64.getDecoder().decode(base64));
    written("utf16.pem", PEM.getBytes(StandardCharsets.UTF_16));
    assertThat(problems("smtp.ca_file = 'lab.pem'§mail.bounces.ca_file = 'utf16.pem'"))
        .satisfiesExactly(
            der -> assertThat(der).endsWith("`openssl x509 -inform der` converts it"),
            wide -> assertThat(wide).endsWith("which is in UTF-16; save it as UTF-8"));
  }

  @Test
  void allProblemsAreToldAtOnce() {
    assertThat(
            problems(
                "[smtp]§ca_file = 'none.pem'§[mail.bounces]§ca_file = '.'§password = 'a'§"
                    + "oauth.token_file = 'token'"))
        .satisfiesExactlyInAnyOrder(
            missing ->
                assertThat(missing)
                    .isEqualTo(
                        "offprint.toml:2: smtp.ca_file names none.pem, which does not exist; give a"
                            + " file that does"),
            folder -> assertThat(folder).contains("which is a folder; give a file"),
            both ->
                assertThat(both)
                    .contains(
                        "mail.bounces.password is given and mail.bounces.oauth.token_file too; keep"
                            + " one of them"),
            user ->
                assertThat(user)
                    .contains("mail.bounces.oauth.token_file is given without")
                    .endsWith("mail.bounces.username; name the user that the token is for"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"smtp", "mail.bounces"})
  void eachWayToATokenCanBeConfigured(String section) {
    assertThat(oauth(section, "token_file = 'token'"))
        .isEqualTo(new OAuth(folder.resolve("token").toString(), List.of(), "", "", "", ""));
    assertThat(oauth(section, "token_command = ['mail-token', '-u', 'a b; c']"))
        .isEqualTo(new OAuth("", List.of("mail-token", "-u", "a b; c"), "", "", "", ""));
    written("secret", "b\n");
    assertThat(oauth(section, CLIENT.replace("secret = \"b\"", "secret_file = 'secret'")))
        .isEqualTo(new OAuth("", List.of(), "https://login.example/t", "a", "b", ""));
    assertThat(oauth(section, "scope = ''")).isEqualTo(OAuth.NONE);
  }

  private OAuth oauth(String section, String settings) {
    Configuration loaded =
        load("[" + section + "]§username = 'a'§[" + section + ".oauth]§" + settings);
    Login login = section.equals("smtp") ? loaded.smtp().login() : loaded.mail().bounces().login();
    assertThat(login.oauth().isOn()).isEqualTo(!login.oauth().equals(OAuth.NONE));
    return login.oauth();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          token_file = 'a'§token_command = ['b'] | token_command is given and smtp.oauth.token_file too; keep one of them
          token_file = 'a'§CLIENT | token_url is given and smtp.oauth.token_file too; keep one of them
          token_command = ['b']§CLIENT | token_url is given and smtp.oauth.token_command too; keep one of them
          token_url = 'https://a.example'§client_id = 'a' | token_url is given without smtp.oauth.client_secret; give the id and secret of the client
          token_url = 'https://a.example'§client_secret = 'a' | token_url is given without smtp.oauth.client_id; give the id and secret of the client
          client_id = 'a' | client_id is given without smtp.oauth.token_url; give that too, or leave this out
          token_file = 'a'§scope = 'a' | scope is given without smtp.oauth.token_url; give that too, or leave this out
          token_url = 'http://login.example'§client_id = 'a'§client_secret = 'b' | token_url is "http://login.example"; give nothing, or an address that begins with https:// (http:// on this machine alone)
          token_url = 'http://127.0.0.1.example'§client_id = 'a'§client_secret = 'b' | token_url is "http://127.0.0.1.example"; give nothing, or an address that begins with https:// (http:// on this machine alone)
          token_command = 'mail-token' | token_command is text; put brackets around it, as in ["mail-token"]
          token_command = ['bin/token'] | token_command begins with "bin/token"; give a list of a program, without a folder or with all of its path, and its arguments
          token_command = ['', 'a'] | token_command begins with ""; give a list of a program, without a folder or with all of its path, and its arguments
          token_file_file = 'a' | unknown key smtp.oauth.token_file_file; did you mean smtp.oauth.token_file?
          """)
  void whatDoesNotFitIsTold(String settings, String problem) {
    String all = "[smtp]§username = 'a'§[smtp.oauth]§" + settings.replace("CLIENT", CLIENT);
    assertThat(problems(all)).hasSize(1);
    assertThat(problems(all).getFirst().replaceFirst("^\\S+ (smtp\\.oauth\\.)?", ""))
        .isEqualTo(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080/t", "http://127.0.0.1/t", "http://[::1]:1/t?p=a"})
  void aTokenMayComeFromThisMachineUnprotected(String address) {
    assertThat(oauth("smtp", CLIENT.replace("https://login.example/t", address)).tokenUrl())
        .isEqualTo(address);
  }
}
