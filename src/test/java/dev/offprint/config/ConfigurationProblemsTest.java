package dev.offprint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an operator is told when something is wrong. A semicolon stands for a line end in a file.
 */
class ConfigurationProblemsTest {
  private static final String FEED =
      "give a list of texts, each a name, an address, and if wanted a category: \"jmlr"
          + " https://www.jmlr.org/jmlr.xml ml\"";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          # unknown keys
          [smtp]§hots = "a" | :2: unknown key smtp.hots; did you mean smtp.host?
          smpt.host = "a" | :1: unknown key smpt.host; did you mean smtp.host?
          [smtp]§x = 1 | :2: unknown key smtp.x; `offprint config init` writes a file with all keys
          "smtp.host" = "a" | :1: unknown key "smtp.host"; did you mean smtp.host?
          [logs] | :1: unknown key logs; `offprint config init` writes a file with all keys
          [smtp.host.a]§b = 1 | :1: smtp.host is a section; give a host name or an IP address, without a port, in quotes
          [mail]§from_file = "x" | :2: unknown key mail.from_file; `offprint config init` writes a file with all keys
          smtp = "localhost" | :1: smtp is a section and takes no value; write [smtp] and its keys below
          [[smtp]]§host = "a" | :1: smtp is a section and takes no value; write [smtp] and its keys below
          # types
          [smtp]§port = "25" | :2: smtp.port is text; give a whole number from 0 to 65535, without quotes
          [smtp]§port = 2.5 | :2: smtp.port is 2.5; give a whole number from 0 to 65535
          [smtp.limits]§daily = 5.5 | :2: smtp.limits.daily is 5.5; give a whole number from 0 to 10000000
          [smtp.limits]§daily = 50.0 | :2: smtp.limits.daily is 50.0; give a whole number from 0 to 10000000
          [smtp]§port = [§25§] | :2: smtp.port is a list; give a whole number from 0 to 65535
          [matching]§semantic = "yes" | :2: matching.semantic is text; give true or false, without quotes
          [matching]§semantic = 1 | :2: matching.semantic is a number; give true or false
          [smtp]§host = 1 | :2: smtp.host is a number; give a host name or an IP address, without a port, in quotes
          [smtp]§password = 12345678 | :2: smtp.password is a number; give text, in quotes
          [smtp]§password = true | :2: smtp.password is a truth value; give text, in quotes
          # ranges and choices
          smtp = { host = "a", port = 65536 } | :1: smtp.port is 65536; give a whole number from 0 to 65535
          [smtp]§port = 9223372036854775808 | :2: smtp.port is 9223372036854775808; give a whole number from 0 to 65535
          [smtp]§connections = 0 | :2: smtp.connections is 0; give a whole number from 1 to 64
          [smtp]§connections = 65 | :2: smtp.connections is 65; give a whole number from 1 to 64
          [smtp]§security = "ssl" | :2: smtp.security is "ssl"; give one of starttls, tls, none
          [smtp.limits]§§daily_from = "soon" | :3: smtp.limits.daily_from is "soon"; give nothing, or a day as YYYY-MM-DD, such as 2026-05-04
          [smtp.limits]§daily_from = "2026-02-30" | :2: smtp.limits.daily_from is "2026-02-30"; give nothing, or a day as YYYY-MM-DD, such as 2026-05-04
          [smtp.limits]§daily_from = 20260504 | :2: smtp.limits.daily_from is a number; give nothing, or a day as YYYY-MM-DD, such as 2026-05-04, in quotes
          # addresses
          [server]§base_url = "ftp://a" | :2: server.base_url is "ftp://a"; give an address that begins with https:// or http://, without user, query and fragment
          [server]§base_url = "papers.example" | :2: server.base_url is "papers.example"; give an address that begins with https:// or http://, without user, query and fragment
          [server]§base_url = "https://a/?b" | :2: server.base_url is "https://a/?b"; give an address that begins with https:// or http://, without user, query and fragment
          [server]§base_url = "https://a/#b" | :2: server.base_url is "https://a/#b"; give an address that begins with https:// or http://, without user, query and fragment
          [server]§base_url = "https://a:99999" | :2: server.base_url is "https://a:99999"; give an address that begins with https:// or http://, without user, query and fragment
          [server]§base_url = "https://me:hunter2@a" | :2: server.base_url is not such an address; give an address that begins with https:// or http://, without user, query and fragment
          [server]§base_url = "" | :2: server.base_url is ""; give an address that begins with https:// or http://, without user, query and fragment
          [smtp]§host = "relay:25" | :2: smtp.host is "relay:25"; give a host name or an IP address, without a port
          [smtp]§host = "" | :2: smtp.host is ""; give a host name or an IP address, without a port
          [database]§url = "mysql://a:b@c" | :2: database.url is not the address of a database that Offprint can use; give nothing, or an address that begins with jdbc:postgresql: or jdbc:h2:
          [database]§url = "jdbc:postgresql://a/b?password=c" | :2: database.url holds a password, which belongs into database.password; give nothing, or an address that begins with jdbc:postgresql: or jdbc:h2:
          # lists
          [sources.arxiv]§categories = "cs.LG" | :2: sources.arxiv.categories is text; put brackets around it, as in ["cs.LG"]
          [sources.arxiv]§categories = 7 | :2: sources.arxiv.categories is a number; give a list of texts, each a category of arXiv, such as cs.LG or math
          [sources.arxiv]§categories = ["cs.LG", 7] | :2: sources.arxiv.categories holds a number; give a list of texts, each a category of arXiv, such as cs.LG or math
          [sources.arxiv]§categories = ["cs.LG", ["math"]] | :2: sources.arxiv.categories holds a list; give a list of texts, each a category of arXiv, such as cs.LG or math
          [sources.arxiv]§categories = [§"cs.LG",§"Physics!",§] | :2: sources.arxiv.categories holds "Physics!"; give a list of texts, each a category of arXiv, such as cs.LG or math
          [sources.arxiv]§categories = ["cs.LG\\nmath"] | :2: sources.arxiv.categories holds a text with a control character or a line end; give a list of texts, each a category of arXiv, such as cs.LG or math
          [sources.arxiv]§categories = ["Physics!", "math", 7, "x y"] | :2: sources.arxiv.categories holds "Physics!", and holds a number, and holds "x y"; give a list of texts, each a category of arXiv, such as cs.LG or math
          [sources.feed]§feeds = [""] | :2: sources.feed.feeds holds ""; FEED
          [sources.feed]§feeds = ["lab lab.example/a"] | :2: sources.feed.feeds holds "lab lab.example/a"; FEED
          [sources.feed]§feeds = ["lab https://lab.example/a b c"] | :2: sources.feed.feeds holds "lab https://lab.example/a b c"; FEED
          [sources.feed]§feeds = ["lab https://lab.example/{a}"] | :2: sources.feed.feeds holds "lab https://lab.example/{a}"; FEED
          [sources.feed]§feeds = ["lab https://ada:pw@lab.example/a"] | :2: sources.feed.feeds holds a text with an @ that is no feed, or one that wants a password; FEED
          [sources.feed]§feeds = ["a https://a.example/", "b https://b.example/", "A https://c.example/ ml"] | :2: sources.feed.feeds holds a second feed called "A"; FEED
          # addresses that mail comes back to
          [mail]§return_address = "lab.example" | :2: mail.return_address is "lab.example": its address has no @; give nothing, or an address, as in "bounces@lab.example"
          [mail]§return_address = "a23456789b123456789c123456789d12@lab.example" | :2: mail.return_address is "a23456789b123456789c123456789d12@lab.example": the part before the @ is longer than 31 characters, and no token fits behind it; give nothing, or an address, as in "bounces@lab.example"
          # text
          [mail]§from = "Papers" | :2: mail.from is "Papers": its address has no @; give a mailbox, as in "Papers at the Lab <papers@lab.example>"
          [mail]§from = "a@b\\r\\nBcc: c@d" | :2: mail.from holds a control character or a line end; give a mailbox, as in "Papers at the Lab <papers@lab.example>"
          [smtp]§host = "a\\u0000" | :2: smtp.host holds a control character or a line end; give a host name or an IP address, without a port
          [smtp]§username = \"""a§b\""" | :2: smtp.username holds a control character or a line end; give text
          # secrets
          [smtp]§password = "a"§password_file = "b" | :3: smtp.password_file is given and smtp.password too; keep one of them
          [smtp]§password_file = "" | :2: smtp.password_file is ""; give the name of a file
          [smtp]§password_file = 7 | :2: smtp.password_file is a number; give the name of a file, in quotes
          # syntax
          [smtp]§host = localhost | :2:8: not TOML: Unknown token; put text in quotes, as in name = "value"
          [smtp]§host = "a | :2:10: not TOML: Premature end of file; close the quotes or the bracket that were opened before
          [smtp]§port = 1§§[smtp] | :4:6: not TOML: Table redefined; write each section once
          [smtp]§port = 1§# again§port = 2§§# end | :4: smtp.port is set a second time; keep this one or that in line 2
          [smtp]§port = 1e99999999999 | :2:21: not TOML: Invalid number representation; put text in quotes, as in name = "value"
          """)
  void whatIsWrongInTheFileIsToldWithItsLine(String file, String message) {
    assertThat(problems(file.replace('§', '\n')))
        .extracting(Problem::toString)
        .containsExactly(file() + message.replace("FEED", FEED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OFFPRINT_SMTP__PORT        | ''      | smtp.port is ; give a whole number from 0 to 65535
          OFFPRINT_SMTP__PORT        | 2 5     | smtp.port is 2 5; give a whole number from 0 to 65535
          OFFPRINT_MATCHING__SEMANTIC| yes     | matching.semantic is "yes"; give true or false
          OFFPRINT_SMTP__SECURITY    | SSL     | smtp.security is "SSL"; give one of starttls, tls, none
          OFFPRINT_SOURCES__ARXIV__CATEGORIES | cs.LG,7 | sources.arxiv.categories holds "7"; give a list of texts, each a category of arXiv, such as cs.LG or math
          OFFPRINT_SMTP_HOST         | hunter2 | unknown variable; did you mean OFFPRINT_SMTP__HOST?
          OFFPRINT_SMTP__PASSWROD    | hunter2 | unknown variable; did you mean OFFPRINT_SMTP__PASSWORD?
          OFFPRINT_SMTP__PASSWORD_FIL| hunter2 | unknown variable; did you mean OFFPRINT_SMTP__PASSWORD_FILE?
          """)
  void whatIsWrongInTheEnvironmentIsToldWithItsVariable(
      String variable, String value, String message) {
    assertThat(problems(null, Map.of(variable, value)))
        .extracting(Problem::toString)
        .containsExactly(variable + ": " + message);
  }

  @Test
  void aFileThatDoesNotExistIsToldWithItsName() {
    assertThat(problems(file(), Map.of()))
        .extracting(Problem::toString)
        .containsExactly(file() + ": the configuration file does not exist; give a file that does");
  }

  @Test
  void aFolderIsNoConfiguration() {
    assertThat(problems(folder, Map.of()))
        .extracting(Problem::what)
        .containsExactly("the configuration file is a folder");
  }

  @Test
  void aFileOfMoreThanAMegabyteIsNotRead() {
    assertThat(problems("#".repeat(1_000_001)))
        .extracting(Problem::what)
        .containsExactly("the configuration file is larger than 1 MB");
    assertThat(
            ConfigurationLoader.load(
                write("#".repeat(1_000_000).getBytes(StandardCharsets.UTF_8)), Map.of()))
        .isNotNull();
  }

  @Test
  void aFileThatNeverEndsIsNotReadToItsEnd() {
    assertThat(problems(Path.of("/dev/zero"), Map.of()))
        .extracting(Problem::what)
        .containsExactly("the configuration file is larger than 1 MB");
  }

  @Test
  void bytesThatAreNotTextAreToldWithTheirLine() {
    assertThat(problems(write(new byte[] {'#', '\n', 'a', (byte) 0xff}), Map.of()))
        .extracting(Problem::toString)
        .containsExactly(file() + ":2: the configuration file is not UTF-8 text; save it as UTF-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "missing",
      textBlock =
          """
          missing    | does not exist; give a file that does
          ''         | is empty; fill it
          '§'        | is empty; fill it
          one§two§   | holds more than one line of text; let it hold the secret only
          """)
  void aSecretFileThatIsOfNoUseIsNamed(@Nullable String content, String message)
      throws IOException {
    Path secret = folder.resolve("secret");
    if (content != null) {
      Files.writeString(secret, content.replace('§', '\n'));
    }

    assertThat(problems("[smtp]\npassword_file = \"secret\"\n"))
        .extracting(Problem::toString)
        .containsExactly(file() + ":2: smtp.password_file names " + secret + ", which " + message);
  }

  @Test
  void manyProblemsAreToldAtOnce() {
    assertThat(
            problems(
                "[smtp]\nport = 0x10000\nsecurity = \"ssl\"\n[server]\nbind = \" \"\n[a]\nb = 1\n"))
        .extracting(Problem::key)
        .containsExactly("smtp.port", "smtp.security", "server.bind", "a.b");
  }

  private Path file() {
    return folder.resolve("offprint.toml");
  }

  private Path write(byte[] content) {
    try {
      return Files.write(file(), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Problem> problems(String text) {
    return problems(write(text.getBytes(StandardCharsets.UTF_8)), Map.of());
  }

  private static List<Problem> problems(@Nullable Path file, Map<String, String> environment) {
    return catchThrowableOfType(
            InvalidConfiguration.class, () -> ConfigurationLoader.load(file, environment))
        .problems();
  }
}
