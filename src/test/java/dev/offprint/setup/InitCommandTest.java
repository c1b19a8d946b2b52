package dev.offprint.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.app.Wiring;
import dev.offprint.cli.CommandLineProgram;
import dev.offprint.cli.console.FeaturesFactory;
import dev.offprint.config.ConfigurationLoader;
import dev.offprint.config.ConfigurationText;
import dev.offprint.smtp.ScriptedRelay;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Somebody sets an installation up. */
class InitCommandTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-24T08:00:00Z"));
  private static final String FROM = "Papers at the Lab <papers@lab.example>";
  private static final String RIGHT = "right";

  /** As AUTH PLAIN has it (RFC 4616). */
  private static final String PLAIN_RIGHT =
      Base64.getEncoder()
          .encodeToString(("\0papers\0" + RIGHT).getBytes(StandardCharsets.US_ASCII));

  private static final String BASE = "https://papers.lab.example";

  @TempDir Path folder;
  private Path data;
  private Path file;
  private ScriptedRelay relay;
  private String login = "235 welcome";
  private String recipient = "250 ok";
  private final Map<String, String> environment = new HashMap<>();
  private String out = "";
  private String err = "";

  /** Types these lines; a secret is one of them. */
  private record Typist(boolean isThere, Deque<String> lines) implements Keyboard {
    @Override
    public Optional<String> line() {
      return Optional.ofNullable(lines.poll());
    }

    @Override
    public Optional<String> secret() {
      return line();
    }
  }

  @BeforeEach
  void listen() throws IOException {
    data = folder.resolve("data");
    file = data.resolve("offprint.toml");
    relay =
        new ScriptedRelay(
            (point, connection, line) ->
                switch (point) {
                  case AUTH -> line.contains(PLAIN_RIGHT) ? "235 welcome" : login;
                  case RCPT -> recipient;
                  default -> null;
                });
    environment.put("OFFPRINT_MATCHING__SEMANTIC", "false");
  }

  @AfterEach
  void stop() throws IOException {
    relay.close();
  }

  private int type(String... lines) {
    return run(new Typist(true, new ArrayDeque<>(List.of(lines))), "init");
  }

  private int give(String... options) {
    return run(
        new Typist(false, new ArrayDeque<>()),
        Stream.concat(Stream.of("init"), Arrays.stream(options)).toArray(String[]::new));
  }

  private int run(Keyboard keyboard, String... arguments) {
    StringWriter answers = new StringWriter();
    StringWriter notes = new StringWriter();
    Path home = Path.of("").toAbsolutePath();
    FeaturesFactory factory =
        options ->
            new Wiring(
                () -> ConfigurationLoader.load(options.configFile(), environment),
                options.data(),
                home,
                CLOCK);
    int code =
        new CommandLineProgram(
                new PrintWriter(answers), new PrintWriter(notes), environment, factory)
            .add("init", () -> new InitCommand(factory, home, keyboard))
            .run(
                Stream.concat(Stream.of("--data", data.toString()), Arrays.stream(arguments))
                    .toArray(String[]::new));
    out = answers.toString();
    err = notes.toString();
    return code;
  }

  private String relayAddress() {
    return "127.0.0.1:" + relay.port();
  }

  private dev.offprint.config.Configuration configured() {
    return ConfigurationLoader.load(file, Map.of()).configuration();
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void fiveAnswersMakeAConfigurationAFirstMailAndASubscriber() throws IOException {
    int code =
        type(
            FROM,
            relayAddress(),
            "papers",
            "s3cret \"word\"",
            BASE,
            "huggingface, cs.CL, math",
            "mixture of experts",
            "",
            "ada@lab.example");
    assertThat(code).as(err).isZero();
    assertThat(configured().mail().from()).isEqualTo(FROM);
    assertThat(configured().smtp().host()).isEqualTo("127.0.0.1");
    assertThat(configured().smtp().port()).isEqualTo(relay.port());
    assertThat(configured().smtp().login().password()).isEqualTo("s3cret \"word\"");
    assertThat(configured().server().baseUrl()).hasToString(BASE);
    assertThat(configured().sources().arxiv().categories()).containsExactly("cs.CL", "math");
    assertThat(Files.readString(file))
        .contains("# Host name of the relay.\nhost = \"127.0.0.1\"\n")
        .contains("#trusted_proxies = ")
        .doesNotContain("s3cret");
    assertThat(mode(data)).isEqualTo("rwx------");
    assertThat(mode(data.resolve("smtp-password"))).isEqualTo("rw-------");
    assertThat(relay.accepted)
        .singleElement()
        .asString()
        .contains("To: ada@lab.example", "From: " + FROM, "Subject: Offprint can send mail");
    assertThat(out + err).doesNotContain("s3cret");
    assertThat(out)
        .contains("ada@lab.example is subscribed: trending papers and 1 interest")
        .contains("1. DNS of lab.example")
        .contains("A proxy with a certificate that leads https://papers.lab.example to")
        .contains("offprint --data " + data + " serve")
        .contains("offprint --data " + data + " doctor");
  }

  @Test
  void anAnswerThatCannotBeUsedIsAskedForAgain() {
    int code =
        type(
            "",
            "papers",
            FROM,
            "::",
            "relay.example:99999",
            relayAddress() + " quickly",
            relayAddress(),
            "",
            "papers.lab.example",
            BASE,
            "no such!",
            "",
            "(unbalanced",
            "",
            "ada",
            "");
    assertThat(code).as(err).isZero();
    assertThat(err)
        .contains("this needs an answer")
        .contains("its address has no @")
        .contains("give HOST or HOST:PORT")
        .contains("from 0 to 65535")
        .contains("give starttls, tls or none")
        .contains("give an address that begins with https://")
        .contains("name huggingface, biorxiv or medrxiv");
    assertThat(out).contains("papers@lab.example is subscribed");
  }

  @Test
  void whatTheRelayRefusesIsToldAndAskedAgainAndNothingElseIs() {
    login = "535 5.7.8 no";
    int code =
        type(
            FROM,
            relayAddress(),
            "papers",
            "wrong",
            BASE,
            "cs.CL",
            "glue",
            "",
            "ada@lab.example",
            "",
            "",
            "",
            RIGHT,
            "");
    assertThat(code).as(err).isZero();
    assertThat(err)
        .contains(
            "It did not go: the relay "
                + relayAddress()
                + " refused the login: 535 5.7.8 no. Check")
        .contains("[" + FROM + "] > ")
        .contains("[as before]");
    assertThat(configured().smtp().login().password()).isEqualTo(RIGHT);
    assertThat(out).contains("ada@lab.example is subscribed: papers for 1 interest");
  }

  @Test
  void aUserNameThatTheRelayDoesNotWantIsTakenBack() throws IOException {
    login = "535 5.7.8 no";
    int code =
        type(
            FROM,
            relayAddress(),
            "papers",
            "wrong",
            BASE,
            "cs.CL",
            "",
            "ada@lab.example",
            "",
            "",
            "-",
            "");
    assertThat(code).as(err).isZero();
    assertThat(err)
        .containsSubsequence(
            "User name there; Enter for none\n   > ",
            "It did not go",
            "User name there; - for none\n   [papers] > ");
    assertThat(configured().smtp().login().username()).isEmpty();
    assertThat(configured().smtp().login().password()).isEmpty();
  }

  @Test
  void aUserNameThatWasTypedByMistakeIsTakenBackInPlaceOfItsPassword() {
    assertThat(type(FROM, relayAddress(), "papers", "", "-", BASE, "cs.CL", "", "ada@lab.example"))
        .as(err)
        .isZero();
    assertThat(err)
        .containsSubsequence("a user name needs a password", "- for none\n   [papers] > ");
    assertThat(configured().smtp().login().username()).isEmpty();
  }

  @Test
  void aUserNameThatWasTakenBackCanBeGivenOnceMore() throws IOException {
    relay.close();
    Set<Integer> known = ConcurrentHashMap.newKeySet();
    relay =
        new ScriptedRelay(
            (point, connection, line) ->
                switch (point) {
                  case AUTH -> {
                    boolean isRight = line.contains(PLAIN_RIGHT) && known.add(connection);
                    yield isRight ? "235 welcome" : "535 5.7.8 no";
                  }
                  case RCPT -> known.contains(connection) ? null : "550 5.7.1 log in first";
                  default -> null;
                });
    int code =
        type(
            FROM,
            relayAddress(),
            "papers",
            "wrong",
            BASE,
            "cs.CL",
            "",
            "ada@lab.example",
            "",
            "",
            "-",
            "",
            "",
            "",
            "papers",
            RIGHT,
            "");
    assertThat(code).as(err).isZero();
    assertThat(err).containsSubsequence("535 5.7.8 no", "550 5.7.1 log in first");
    assertThat(configured().smtp().login().password()).isEqualTo(RIGHT);
  }

  @Test
  void noneOfTheSourcesIsAnAnswerAndStaysOne() {
    assertThat(type(FROM, relayAddress(), "", BASE, "-", "glue", "", "ada@lab.example"))
        .as(err)
        .isZero();
    assertThat(err).contains("- for none, if feeds of your own are enough");
    assertThat(type("yes", "", "", "", "", "", "glue", "", "")).as(err).isZero();
    assertThat(err).contains("enough\n   [-] > ");
    assertThat(configured().sources().huggingface().enabled()).isFalse();
    assertThat(configured().sources().arxiv().enabled()).isFalse();
  }

  @Test
  void whoeverGivesUpFindsTheAnswersInTheConfiguration() {
    recipient = "550 5.1.1 nobody here";
    assertThat(type(FROM, relayAddress(), "", BASE, "", "", "ada@lab.example")).isEqualTo(1);
    assertThat(err)
        .contains("550 5.1.1 nobody here")
        .contains("The other answers are kept in " + file)
        .contains("or run 'offprint init' again;")
        .contains("nobody is subscribed yet");
    assertThat(configured().mail().from()).isEqualTo(FROM);

    recipient = "250 ok";
    assertThat(type("yes", "", "", "", "", "", "", "")).as(err).isZero();
    assertThat(out).contains("papers@lab.example is subscribed: trending papers");
  }

  @Test
  void nothingIsWrittenBeforeTheLastAnswer() {
    assertThat(type(FROM, relayAddress(), "papers", "secret", BASE)).isEqualTo(1);
    assertThat(err).contains("nothing was written");
    assertThat(data).doesNotExist();
  }

  private String[] options(String... more) {
    return Stream.concat(
            Stream.of(
                "--from", FROM, "--relay", relayAddress(), "--base-url", BASE, "--papers", "cs.CL"),
            Arrays.stream(more))
        .toArray(String[]::new);
  }

  @Test
  void optionsAskNothing() throws IOException {
    Path password = Files.writeString(folder.resolve("relay-password"), "s3cret\n");
    assertThat(
            give(
                options(
                    "--username",
                    "papers",
                    "--password-file",
                    password.toString(),
                    "--interest",
                    "glue",
                    "--to",
                    "ada@lab.example",
                    "--json")))
        .as(err)
        .isZero();
    var answer = new JsonMapper().readTree(out);
    assertThat(answer.get("configuration").asString()).isEqualTo(file.toString());
    assertThat(answer.get("left_to_do")).hasSize(4);
    assertThat(configured().smtp().login().password()).isEqualTo("s3cret");
    assertThat(data.resolve("smtp-password")).doesNotExist();
    assertThat(relay.accepted).hasSize(1);
  }

  @Test
  void aCategoryThatArxivDoesNotHaveIsWarnedOf() {
    assertThat(
            give(
                "--from",
                FROM,
                "--relay",
                relayAddress(),
                "--base-url",
                BASE,
                "--papers",
                "huggingface,cs.XX",
                "--trending"))
        .as(err)
        .isZero();
    assertThat(err).contains("warning: sources.arxiv.categories names what arXiv does not have");
  }

  @Test
  void whatIsMissingIsNamedByItsOptions() {
    assertThat(give()).isEqualTo(2);
    assertThat(err).contains("--from, --relay, --base-url, --papers, --interest (or --trending)");
    assertThat(give(options("--trending", "--username", "papers"))).isEqualTo(2);
    assertThat(err).contains("missing: --password-file;");
    assertThat(give(options("--trending", "--from", "papers"))).isEqualTo(2);
    assertThat(data).doesNotExist();
  }

  @Test
  void aRelayThatCannotBeReachedKeepsTheAnswersAndSubscribesNobody() throws IOException {
    relay.close();
    assertThat(give(options("--trending"))).isEqualTo(1);
    assertThat(err)
        .contains("cannot be reached: connection refused. Check smtp.host and smtp.port")
        .contains("kept in " + file)
        .contains("or give the same command with --update;");
    assertThat(configured().mail().from()).isEqualTo(FROM);
    // What it names is not refused for the settings that are there by now.
    assertThat(give(options("--trending", "--update"))).isEqualTo(1);
    assertThat(err).contains("cannot be reached").doesNotContain("has settings already");
    assertThat(data.resolve("offprint.mv.db")).doesNotExist();
  }

  @Test
  void aConfigurationAsItWasShippedIsFilledIn() throws IOException {
    file = folder.resolve("etc.toml");
    environment.put("OFFPRINT_CONFIG", file.toString());
    Files.writeString(file, ConfigurationText.example());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(give(options("--trending"))).as(err).isZero();
    assertThat(mode(file)).isEqualTo("rw-r-----");
    assertThat(file.resolveSibling("etc.toml.before-init")).doesNotExist();
    assertThat(configured().smtp().security()).hasToString("none");
  }

  @Test
  void oneWithSettingsIsChangedOnlyWhenThatIsSaid() throws IOException {
    Files.createDirectories(data);
    String mine =
        "# Mine.\n[server]\nport = 8090 # as ever\n\n[mail]\nfrom = \"A <a@b.example>\"\n";
    Files.writeString(file, mine);
    assertThat(give(options("--trending"))).isEqualTo(1);
    assertThat(err).contains("has settings already and is left as it is; --update changes");
    assertThat(file).hasContent(mine);
    assertThat(type("no")).isEqualTo(1);
    assertThat(file).hasContent(mine);

    assertThat(give(options("--trending", "--update"))).as(err).isZero();
    assertThat(file.resolveSibling("offprint.toml.before-init")).hasContent(mine);
    assertThat(Files.readString(file)).startsWith("# Mine.\n[server]\n").contains("# as ever");
    assertThat(configured().server().port()).isEqualTo(8090);
    assertThat(configured().mail().from()).isEqualTo(FROM);
  }

  @Test
  void oneThatHasNoPlaceForTheAnswersIsLeftAsItIs() throws IOException {
    Files.createDirectories(data);
    String mine = "mail.from = \"A <a@b.example>\"\n";
    Files.writeString(file, mine);
    assertThat(give(options("--trending", "--update"))).isEqualTo(1);
    assertThat(err).contains("is left as it is. Write them there yourself: ");
    assertThat(file).hasContent(mine);

    Files.writeString(file, "nonsense");
    assertThat(give(options("--trending", "--update"))).isEqualTo(2);
    assertThat(err).contains("mend it, or move it away");
    assertThat(file).hasContent("nonsense");
  }

  @Test
  void aPasswordFileOfSomebodyElseIsLeftAsItIs() throws IOException {
    Files.createDirectories(data);
    Files.writeString(data.resolve("smtp-password"), "precious");
    assertThat(type(FROM, relayAddress(), "papers", "secret", BASE, "", "", "")).isEqualTo(1);
    assertThat(err).contains("exists already and is left as it is");
    assertThat(data.resolve("smtp-password")).hasContent("precious");
    assertThat(file).doesNotExist();
  }
}
