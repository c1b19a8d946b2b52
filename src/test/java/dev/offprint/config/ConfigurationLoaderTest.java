package dev.offprint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.offprint.access.TestAuthority;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in force, from which place. */
class ConfigurationLoaderTest {
  private static final CertificateFile CERTIFICATES = TestAuthority.LAB.file();

  private static final Configuration INITIAL =
      new Configuration(
          new ServerConfiguration(
              8080,
              "127.0.0.1",
              URI.create("http://localhost:8080"),
              ServerConfiguration.Watching.onPort(0),
              "",
              List.of("127.0.0.1", "::1")),
          new DatabaseConfiguration("", "", "", "", 7),
          new SmtpConfiguration(
              "localhost",
              0,
              Security.STARTTLS,
              CertificateFile.NONE,
              4,
              Login.NONE,
              new SmtpConfiguration.Limits(0, 0, 0, 0, 0, "", 50)),
          new MailConfiguration(
              "Offprint <offprint@localhost>",
              "",
              "",
              "",
              "",
              "",
              MailConfiguration.Summaries.SENTENCES,
              24,
              400,
              "",
              new MailConfiguration.Bounces(
                  MailConfiguration.MailboxProtocol.IMAP,
                  "",
                  0,
                  Security.TLS,
                  CertificateFile.NONE,
                  "INBOX",
                  Login.NONE),
              new MailConfiguration.Dkim("", "offprint", "", "offprint-ed25519", "")),
          new SourcesConfiguration(
              new SourcesConfiguration.HuggingFace(true, URI.create("https://huggingface.co")),
              new SourcesConfiguration.Arxiv(
                  true,
                  URI.create("https://arxiv.org"),
                  List.of("cs.AI", "cs.CL", "cs.CV", "cs.LG", "stat.ML")),
              new SourcesConfiguration.Biorxiv(false, URI.create("https://api.biorxiv.org")),
              new SourcesConfiguration.Medrxiv(false, URI.create("https://api.biorxiv.org")),
              new SourcesConfiguration.Feed(true, List.of()),
              new SourcesConfiguration.Folder(true, "incoming")),
          new HarvestConfiguration(90, false, "", "", ""),
          new MatchingConfiguration(true),
          new Configuration.Privacy(28));

  private static final Configuration CHANGED =
      new Configuration(
          new ServerConfiguration(
              8443,
              "::1",
              URI.create("https://papers.lab.example"),
              new ServerConfiguration.Watching(9090, "0.0.0.0", "look-here"),
              "germain",
              List.of("10.0.0.0/8")),
          new DatabaseConfiguration(
              "jdbc:postgresql://db.lab.example/papers", "ada", "curie", "/srv/backups", 30),
          new SmtpConfiguration(
              "relay.lab.example",
              2525,
              Security.TLS,
              CERTIFICATES,
              16,
              new Login(
                  "papers",
                  "",
                  new Login.OAuth(
                      "",
                      List.of(),
                      "https://login.lab.example/token",
                      "offprint",
                      "noether",
                      "mail.send")),
              new SmtpConfiguration.Limits(5, 100, 2, 60, 500, "2026-05-04", 25)),
          new MailConfiguration(
              "\"Papers, daily\" <papers@lab.example>",
              "Papers <service@lab.example>",
              "librarian@lab.example",
              "Ada <ada@lab.example>",
              "Papers at the Lab",
              "1 Example Street, Oslo",
              MailConfiguration.Summaries.SOURCE,
              12,
              90,
              "bounces@lab.example",
              new MailConfiguration.Bounces(
                  MailConfiguration.MailboxProtocol.POP3,
                  "mail.lab.example",
                  1143,
                  Security.STARTTLS,
                  CERTIFICATES,
                  "Reports",
                  new Login(
                      "bounces",
                      "",
                      new Login.OAuth("", List.of("/usr/bin/token", "bounces"), "", "", "", ""))),
              new MailConfiguration.Dkim(
                  "lab.example", "papers", TestKeys.RSA, "papers-ed25519", TestKeys.ED25519)),
          new SourcesConfiguration(
              new SourcesConfiguration.HuggingFace(
                  false, URI.create("http://127.0.0.1:9000/mirror")),
              new SourcesConfiguration.Arxiv(
                  false, URI.create("http://127.0.0.1:9001"), List.of("q-bio.NC", "math")),
              new SourcesConfiguration.Biorxiv(true, URI.create("http://127.0.0.1:9002")),
              new SourcesConfiguration.Medrxiv(true, URI.create("http://127.0.0.1:9003")),
              new SourcesConfiguration.Feed(
                  false,
                  List.of(
                      "jmlr https://www.jmlr.org/jmlr.xml ml", "lab https://lab.example/a?b=c")),
              new SourcesConfiguration.Folder(false, "/srv/papers")),
          new HarvestConfiguration(20, true, "http://proxy.lab.example:3128", "ada", "lovelace"),
          new MatchingConfiguration(false),
          new Configuration.Privacy(90));

  private static final String CHANGED_FILE =
      """
      [server]
      port = 8443
      bind = "::1"
      base_url = "https://papers.lab.example/"
      metrics_port = 9090
      metrics_bind = "0.0.0.0"
      metrics_password = "look-here"
      hook_secret = "germain"
      trusted_proxies = ["10.0.0.0/8"]

      [database]
      url = "jdbc:postgresql://db.lab.example/papers"
      username = "ada"
      password = "curie"
      backup_folder = "/srv/backups"
      backup_copies = 30

      [smtp]
      host = "relay.lab.example"
      port = 2525
      security = "tls"
      ca_file = "AUTHORITIES"
      username = "papers"
      connections = 16

      [smtp.oauth]
      token_url = "https://login.lab.example/token"
      client_id = "offprint"
      client_secret = "noether"
      scope = "mail.send"

      [smtp.limits]
      per_second = 5
      per_connection = 100
      domain_connections = 2
      domain_per_minute = 60
      daily = 500
      daily_from = 2026-05-04
      daily_growth = 25

      [mail]
      from = '"Papers, daily" <papers@lab.example>'
      service_from = "Papers <service@lab.example>"
      reply_to = "librarian@lab.example"
      operator = "Ada <ada@lab.example>"
      brand = "Papers at the Lab"
      postal = "1 Example Street, Oslo"
      summaries = "source"
      too_late_hours = 12
      keep_days = 90
      return_address = "bounces@lab.example"

      [mail.bounces]
      protocol = "pop3"
      host = "mail.lab.example"
      port = 1143
      security = "starttls"
      ca_file = "AUTHORITIES"
      username = "bounces"
      folder = "Reports"
      oauth.token_command = ["/usr/bin/token", "bounces"]

      [mail.dkim]
      domain = "lab.example"
      rsa_selector = "papers"
      rsa_key = '''RSA'''
      ed25519_selector = "papers-ed25519"
      ed25519_key = '''ED25519'''

      [sources.huggingface]
      enabled = false
      base_url = "http://127.0.0.1:9000/mirror/"

      [sources.arxiv]
      enabled = false
      base_url = "http://127.0.0.1:9001"
      categories = ["q-bio.NC", "math"]

      [sources.biorxiv]
      enabled = true
      base_url = "http://127.0.0.1:9002"

      [sources.medrxiv]
      enabled = true
      base_url = "http://127.0.0.1:9003"

      [sources.feed]
      enabled = false
      feeds = [
        "jmlr https://www.jmlr.org/jmlr.xml ml",
        "lab https://lab.example/a?b=c",
      ]

      [sources.file]
      enabled = false
      folder = "/srv/papers"

      [harvest]
      wait_minutes = 20
      private_redirects = true
      proxy = "http://proxy.lab.example:3128"
      proxy_username = "ada"
      proxy_password = "lovelace"

      [matching]
      semantic = false

      [privacy]
      forget_days = 90
      """
          .replace("AUTHORITIES", CERTIFICATES.name())
          .replace("'RSA'", "'" + TestKeys.RSA + "'")
          .replace("'ED25519'", "'" + TestKeys.ED25519 + "'");

  @TempDir Path folder;

  @Test
  void everyKeyHasItsInitialValueWithoutFileAndVariables() {
    assertThat(ConfigurationLoader.load(null, Map.of()).configuration()).isEqualTo(INITIAL);
  }

  @Test
  void everyKeyCanBeSetInTheFile() {
    assertThat(load(CHANGED_FILE, Map.of()).configuration()).isEqualTo(CHANGED);
  }

  @Test
  void everyKeyCanBeSetByItsVariable() {
    Map<String, String> environment = new HashMap<>();
    environment.put("OFFPRINT_SERVER__PORT", "8443");
    environment.put("OFFPRINT_SERVER__BIND", "::1");
    environment.put("OFFPRINT_SERVER__BASE_URL", "https://papers.lab.example/");
    environment.put("OFFPRINT_SERVER__METRICS_PORT", "9090");
    environment.put("OFFPRINT_SERVER__METRICS_BIND", "0.0.0.0");
    environment.put("OFFPRINT_SERVER__METRICS_PASSWORD", "look-here");
    environment.put("OFFPRINT_SERVER__HOOK_SECRET", "germain");
    environment.put("OFFPRINT_HARVEST__WAIT_MINUTES", "20");
    environment.put("OFFPRINT_HARVEST__PRIVATE_REDIRECTS", "true");
    environment.put("OFFPRINT_HARVEST__PROXY", "http://proxy.lab.example:3128");
    environment.put("OFFPRINT_HARVEST__PROXY_USERNAME", "ada");
    environment.put("OFFPRINT_HARVEST__PROXY_PASSWORD", "lovelace");
    environment.put("OFFPRINT_DATABASE__URL", "jdbc:postgresql://db.lab.example/papers");
    environment.put("OFFPRINT_DATABASE__USERNAME", "ada");
    environment.put("OFFPRINT_DATABASE__PASSWORD", "curie");
    environment.put("OFFPRINT_DATABASE__BACKUP_FOLDER", "/srv/backups");
    environment.put("OFFPRINT_DATABASE__BACKUP_COPIES", "30");
    environment.put("OFFPRINT_PRIVACY__FORGET_DAYS", "90");
    environment.put("OFFPRINT_SMTP__HOST", "relay.lab.example");
    environment.put("OFFPRINT_SMTP__PORT", "2525");
    environment.put("OFFPRINT_SMTP__SECURITY", "tls");
    environment.put("OFFPRINT_SMTP__USERNAME", "papers");
    environment.put("OFFPRINT_SMTP__CA_FILE", CERTIFICATES.name());
    environment.put("OFFPRINT_SMTP__OAUTH__TOKEN_URL", "https://login.lab.example/token");
    environment.put("OFFPRINT_SMTP__OAUTH__CLIENT_ID", "offprint");
    environment.put("OFFPRINT_SMTP__OAUTH__CLIENT_SECRET", "noether");
    environment.put("OFFPRINT_SMTP__OAUTH__SCOPE", "mail.send");
    environment.put("OFFPRINT_SMTP__CONNECTIONS", "16");
    environment.put("OFFPRINT_SMTP__LIMITS__PER_SECOND", "5");
    environment.put("OFFPRINT_SMTP__LIMITS__PER_CONNECTION", "100");
    environment.put("OFFPRINT_SMTP__LIMITS__DOMAIN_CONNECTIONS", "2");
    environment.put("OFFPRINT_SMTP__LIMITS__DOMAIN_PER_MINUTE", "60");
    environment.put("OFFPRINT_SMTP__LIMITS__DAILY", "500");
    environment.put("OFFPRINT_SMTP__LIMITS__DAILY_FROM", "2026-05-04");
    environment.put("OFFPRINT_SMTP__LIMITS__DAILY_GROWTH", "25");
    environment.put("OFFPRINT_MAIL__FROM", "\"Papers, daily\" <papers@lab.example>");
    environment.put("OFFPRINT_MAIL__TOO_LATE_HOURS", "12");
    environment.put("OFFPRINT_MAIL__KEEP_DAYS", "90");
    environment.put("OFFPRINT_MAIL__DKIM__DOMAIN", "lab.example");
    environment.put("OFFPRINT_MAIL__DKIM__RSA_SELECTOR", "papers");
    environment.put("OFFPRINT_MAIL__DKIM__RSA_KEY", TestKeys.RSA);
    environment.put("OFFPRINT_MAIL__DKIM__ED25519_SELECTOR", "papers-ed25519");
    environment.put("OFFPRINT_MAIL__DKIM__ED25519_KEY", TestKeys.ED25519);
    environment.put("OFFPRINT_MAIL__RETURN_ADDRESS", "bounces@lab.example");
    environment.put("OFFPRINT_MAIL__BOUNCES__PROTOCOL", "pop3");
    environment.put("OFFPRINT_MAIL__BOUNCES__HOST", "mail.lab.example");
    environment.put("OFFPRINT_MAIL__BOUNCES__PORT", "1143");
    environment.put("OFFPRINT_MAIL__BOUNCES__SECURITY", "starttls");
    environment.put("OFFPRINT_MAIL__BOUNCES__USERNAME", "bounces");
    environment.put("OFFPRINT_MAIL__SERVICE_FROM", "Papers <service@lab.example>");
    environment.put("OFFPRINT_MAIL__REPLY_TO", "librarian@lab.example");
    environment.put("OFFPRINT_MAIL__OPERATOR", "Ada <ada@lab.example>");
    environment.put("OFFPRINT_MAIL__BRAND", "Papers at the Lab");
    environment.put("OFFPRINT_MAIL__POSTAL", "1 Example Street, Oslo");
    environment.put("OFFPRINT_MAIL__SUMMARIES", "source");
    environment.put("OFFPRINT_MAIL__BOUNCES__CA_FILE", CERTIFICATES.name());
    environment.put("OFFPRINT_MAIL__BOUNCES__OAUTH__TOKEN_COMMAND", "/usr/bin/token, bounces");
    environment.put("OFFPRINT_MAIL__BOUNCES__FOLDER", "Reports");
    environment.put("OFFPRINT_SOURCES__HUGGINGFACE__ENABLED", "false");
    environment.put("OFFPRINT_SOURCES__HUGGINGFACE__BASE_URL", "http://127.0.0.1:9000/mirror/");
    environment.put("OFFPRINT_SOURCES__ARXIV__ENABLED", "false");
    environment.put("OFFPRINT_SOURCES__ARXIV__BASE_URL", "http://127.0.0.1:9001");
    environment.put("OFFPRINT_SOURCES__ARXIV__CATEGORIES", "q-bio.NC,math");
    environment.put("OFFPRINT_SERVER__TRUSTED_PROXIES", "10.0.0.0/8");
    environment.put("OFFPRINT_SOURCES__BIORXIV__ENABLED", "true");
    environment.put("OFFPRINT_SOURCES__BIORXIV__BASE_URL", "http://127.0.0.1:9002");
    environment.put("OFFPRINT_SOURCES__MEDRXIV__ENABLED", "true");
    environment.put("OFFPRINT_SOURCES__MEDRXIV__BASE_URL", "http://127.0.0.1:9003");
    environment.put("OFFPRINT_SOURCES__FEED__ENABLED", "false");
    environment.put(
        "OFFPRINT_SOURCES__FEED__FEEDS",
        "jmlr https://www.jmlr.org/jmlr.xml ml, lab https://lab.example/a?b=c");
    environment.put("OFFPRINT_SOURCES__FILE__ENABLED", "false");
    environment.put("OFFPRINT_SOURCES__FILE__FOLDER", "/srv/papers");
    environment.put("OFFPRINT_MATCHING__SEMANTIC", "false");

    assertThat(environment.keySet())
        .containsAll(
            Settings.all().stream()
                .map(SettingDescription::variable)
                .filter(name -> !name.matches(".*(SMTP|BOUNCES)__(PASSWORD|OAUTH__.*)"))
                .toList());
    assertThat(ConfigurationLoader.load(null, environment).configuration()).isEqualTo(CHANGED);
  }

  @Test
  void theChangedFileChangesEveryKey() {
    // Whoever logs in one way cannot do so another way; LoginSettingsTest sets all of them.
    assertThat(load(CHANGED_FILE, Map.of()).settings())
        .filteredOn(effective -> !effective.setting().key().matches(".*(password|oauth\\..*)"))
        .allSatisfy(
            effective -> {
              assertThat(effective.origin()).isInstanceOf(Origin.InFile.class);
              assertThat(effective.value()).isNotEqualTo(effective.setting().initial());
            });
  }

  @Test
  void aVariableWinsOverTheFileEvenWhereTheFileIsWrong() {
    ConfigurationLoader.Loaded loaded =
        load("[smtp]\nport = 99999\n", Map.of("OFFPRINT_SMTP__PORT", "25"));

    assertThat(loaded.configuration().smtp().port()).isEqualTo(25);
    assertThat(effective(loaded, "smtp.port").origin())
        .isEqualTo(new Origin.Variable("OFFPRINT_SMTP__PORT"));
  }

  @Test
  void eachValueTellsWhereItComesFrom() {
    ConfigurationLoader.Loaded loaded =
        load(
            "# first line\n\n[smtp]\nhost = \"relay\"\n", Map.of("OFFPRINT_SMTP__USERNAME", "ada"));

    assertThat(effective(loaded, "smtp.host").toml())
        .isEqualTo("host = \"relay\"  # " + file() + ":4");
    assertThat(effective(loaded, "smtp.username").toml())
        .isEqualTo("username = \"ada\"  # OFFPRINT_SMTP__USERNAME");
    assertThat(effective(loaded, "smtp.connections").toml())
        .isEqualTo("connections = 4  # initial");
  }

  @Test
  void aSecretComesFromAFileBesideTheConfigurationWithoutItsLineEnd() throws IOException {
    Files.writeString(folder.resolve("smtp-password"), "  emmy noether \r\n");

    assertThat(load("[smtp]\npassword_file = \"smtp-password\"\n", Map.of()).configuration())
        .extracting(configuration -> configuration.smtp().login().password())
        .isEqualTo("  emmy noether ");
  }

  @Test
  void aSecretFileInTheEnvironmentWinsOverASecretInTheFile() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "noether\n\n".substring(0, 8));

    ConfigurationLoader.Loaded loaded =
        load(
            "[smtp]\npassword = \"old\"\n",
            Map.of("OFFPRINT_SMTP__PASSWORD_FILE", secret.toString()));

    assertThat(loaded.configuration().smtp().login().password()).isEqualTo("noether");
    assertThat(effective(loaded, "smtp.password").toml())
        .isEqualTo("password = \"***\"  # OFFPRINT_SMTP__PASSWORD_FILE");
  }

  @Test
  void textFromTheEnvironmentStaysTextThoughItLooksLikeANumber() {
    assertThat(
            ConfigurationLoader.load(null, Map.of("OFFPRINT_SMTP__PASSWORD", "0123"))
                .configuration()
                .smtp()
                .login()
                .password())
        .isEqualTo("0123");
  }

  @Test
  void variablesOfTheLauncherAndOfOthersAreNoSettings() {
    Map<String, String> environment =
        Map.of(
            "OFFPRINT_CONFIG",
            "a",
            "OFFPRINT_DATA",
            "b",
            "OFFPRINT_HOME",
            "c",
            "PATH",
            "/bin",
            "OFFPRINT_JAVA_OPTIONS",
            "-Xmx1g");

    assertThat(ConfigurationLoader.load(null, environment).configuration()).isEqualTo(INITIAL);
  }

  @Test
  void betweenTheItemsOfAVariableThereMayBeBlanksAndCommasTooMany() {
    assertThat(categories(" cs.LG ,,  math , ")).containsExactly("cs.LG", "math");
    assertThat(categories("")).isEmpty();
  }

  private static List<String> categories(String variable) {
    return ConfigurationLoader.load(null, Map.of("OFFPRINT_SOURCES__ARXIV__CATEGORIES", variable))
        .configuration()
        .sources()
        .arxiv()
        .categories();
  }

  @Test
  void aListInTheFileMayBeEmptyAndItsItemsMayHaveBlanksAround() {
    SourcesConfiguration sources =
        load(
                """
                [sources.arxiv]
                categories = []
                [sources.feed]
                feeds = ["  lab   https://medium.example/@lab  "]
                """,
                Map.of())
            .configuration()
            .sources();

    assertThat(sources.arxiv().categories()).isEmpty();
    assertThat(sources.feed().feeds()).containsExactly("lab   https://medium.example/@lab");
  }

  @Test
  void theProblemsAreInTheOrderOfTheLinesAndThoseOfTheEnvironmentFollow() {
    InvalidConfiguration invalid =
        catchThrowableOfType(
            InvalidConfiguration.class,
            () ->
                load(
                    "[smtp]\nport = 70000\nhots = \"a\"\n[server]\nport = -1\n",
                    Map.of("OFFPRINT_SMTP__HOTS", "a")));

    assertThat(invalid.problems())
        .extracting(Problem::toString)
        .isEqualTo(
            List.of(
                file() + ":2: smtp.port is 70000; give a whole number from 0 to 65535",
                file() + ":3: unknown key smtp.hots; did you mean smtp.host?",
                file() + ":5: server.port is -1; give a whole number from 0 to 65535",
                "OFFPRINT_SMTP__HOTS: unknown variable; did you mean OFFPRINT_SMTP__HOST?"));
    assertThat(invalid)
        .hasMessage(String.join("\n", invalid.problems().stream().map(Problem::toString).toList()));
  }

  private Path file() {
    return folder.resolve("offprint.toml");
  }

  private ConfigurationLoader.Loaded load(String text, Map<String, String> environment) {
    try {
      return ConfigurationLoader.load(Files.writeString(file(), text), environment);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static ConfigurationLoader.Effective effective(
      ConfigurationLoader.Loaded loaded, String key) {
    return loaded.settings().stream()
        .filter(setting -> setting.setting().key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
