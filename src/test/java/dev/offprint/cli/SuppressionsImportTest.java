package dev.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.cli.console.ExitCode;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Suppression;
import dev.offprint.subscribers.Suppression.Origin;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of people who must not be mailed, from wherever they come, lose nobody. */
class SuppressionsImportTest {
  private static final EmailAddress ADA = EmailAddress.of("ada@example.org");

  private final Session session = new Session();
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int take(String text) throws IOException {
    return session.run("suppressions", "import", file("list.csv", text).toString());
  }

  private Suppression of(String address) {
    return session.features.suppressions.find(EmailAddress.of(address)).orElseThrow();
  }

  @Test
  void whatIsExportedCanBeImported() throws IOException {
    session.run("suppressions", "add", "ada@example.org", "--reason", "said \"no\", twice");
    session.run("suppressions", "add", "grace@example.org");
    session.run("suppressions", "export");
    String exported = session.out;
    assertThat(exported)
        .isEqualTo(
            """
            address,reason,date,origin
            ada@example.org,"said ""no"", twice",2024-05-27T08:30:00Z,operator
            grace@example.org,added by the operator,2024-05-27T08:30:00Z,operator
            """);
    Session other = new Session();
    Path file = file("all.csv", exported);
    assertThat(other.run("suppressions", "import", file.toString())).isZero();
    assertThat(other.out).contains("2 new, 0 unchanged, 0 set aside");
    assertThat(other.features.suppressions.all()).isEqualTo(session.features.suppressions.all());
    other.run("suppressions", "import", file.toString());
    assertThat(other.out).contains("0 new, 2 unchanged, 0 set aside");
  }

  @Test
  void aLineThatCannotBeUsedIsSetAsideWithItsNumber() throws IOException {
    Path file =
        file(
            "odd.csv",
            """
            ada@example.org,left,2024-05-01
            nobody

            a@example.org,x,yesterday
            b@example.org,"open
            c@example.org,x,2024-05-01,guess
            """);
    assertThat(session.run("suppressions", "import", file.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(session.out).contains("1 new, 0 unchanged, 4 set aside");
    assertThat(session.err)
        .contains("line 2: the @ is missing")
        .contains("line 4: no date: 'yesterday'")
        .contains("line 5: a quotation mark is not closed")
        .contains("line 6: no such origin: 'guess'");
    assertThat(session.features.suppressions.find(ADA).orElseThrow().since())
        .isEqualTo("2024-05-01T00:00:00Z");
  }

  @Test
  void spreadsheetsWriteSemicolonsOrTabs() throws IOException {
    assertThat(take("email;reason\r\na@example.org;left\r\n")).isZero();
    assertThat(of("a@example.org").reason()).isEqualTo("left");
    assertThat(take("Name\tE-Mail\nGrace\tgrace@example.org\n")).isZero();
    assertThat(of("grace@example.org").origin()).isEqualTo(Origin.OPERATOR);
    assertThat(take("b@example.org;\"said; so\";2024-05-01\n")).isZero();
    assertThat(of("b@example.org").reason()).isEqualTo("said; so");
  }

  @Test
  void whoOtherProgramsMailIsPassedOverAndTheOthersAreNot() throws IOException {
    assertThat(
            take(
                """
                uuid,email,name,attributes,status,created_at,updated_at
                1,ada@example.org,"Lovelace, Ada","{""lab"": ""A""}",blocklisted,2024-01-02 03:04:05+00,2024-02-02
                2,b@example.org,B,{},enabled,2024-01-02,2024-01-02
                3,c@example.org,C,{},disabled,2024-01-02,2024-01-02
                """))
        .isZero();
    assertThat(session.out).contains("2 new, 0 unchanged, 0 set aside, 1 passed over");
    assertThat(of("ada@example.org").since()).isEqualTo(Instant.parse("2024-01-02T03:04:05Z"));
    assertThat(session.features.suppressions.find(EmailAddress.of("b@example.org"))).isEmpty();
  }

  @Test
  void theirWordsForWhatHappenedAreUnderstood() throws IOException {
    assertThat(
            take(
                """
                status,reason,email,created
                bounced,no such user,a@example.org,1716800000
                complained,,b@example.org,"Mon, 27 May 2024 08:00:00 +0200"
                unsubscribed,,c@example.org,2024-05-27T08:00:00+02:00
                """))
        .isZero();
    assertThat(of("a@example.org").origin()).isEqualTo(Origin.HARD_BOUNCE);
    assertThat(of("a@example.org").since()).isEqualTo(Instant.ofEpochSecond(1_716_800_000));
    assertThat(of("b@example.org").origin()).isEqualTo(Origin.COMPLAINT);
    assertThat(of("b@example.org").since()).isEqualTo(Instant.parse("2024-05-27T06:00:00Z"));
    assertThat(of("c@example.org").origin()).isEqualTo(Origin.UNSUBSCRIBE);
  }

  @Test
  void otherEncodingsAreRead() throws IOException {
    String list = "address,reason\nada@example.org,zurückgekommen\n";
    Path windows = Files.write(folder.resolve("w.csv"), list.getBytes(Charset.forName("cp1252")));
    session.run("suppressions", "import", windows.toString());
    assertThat(of("ada@example.org").reason()).isEqualTo("zurückgekommen");
    Path excel =
        Files.write(
            folder.resolve("u.csv"),
            ("\uFEFF" + list.replace("ada@", "b@")).getBytes(StandardCharsets.UTF_16LE));
    assertThat(session.run("suppressions", "import", excel.toString())).isZero();
    assertThat(of("b@example.org").reason()).isEqualTo("zurückgekommen");
  }

  @Test
  void aStrayQuotationMarkCostsOneLineAndAValueOfTwoLinesNone() throws IOException {
    assertThat(
            take(
                """
                address,reason
                a@example.org,"stray
                b@example.org,left
                c@example.org,stray "again"
                d@example.org,"on two
                lines"
                """))
        .isEqualTo(ExitCode.FAILED);
    assertThat(session.out).contains("3 new, 0 unchanged, 1 set aside");
    assertThat(of("d@example.org").reason()).isEqualTo("on two lines");
  }

  @Test
  void twoStrayQuotationMarksCostNoLineBetweenThem() throws IOException {
    take("address,reason\na@example.org,5\" disk\nb@example.org,left\nc@example.org,3\" disk\n");
    assertThat(session.out).contains("3 new, 0 unchanged, 0 set aside");
    assertThat(of("b@example.org").reason()).isEqualTo("left");
  }

  @Test
  void whereNothingIsTakenInItFailed() throws IOException {
    assertThat(take("")).isEqualTo(ExitCode.FAILED);
    assertThat(session.err).contains("there is nothing in it");
    assertThat(take("email,status\na@example.org,enabled\n")).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void whatASpreadsheetWouldRunIsDisarmedAndComesBackAsItWas() throws IOException {
    session.run("suppressions", "add", "=cmd@example.org", "--reason", "=1+1");
    session.run("suppressions", "add", "ada@example.org", "--reason", "'-quoted");
    session.run("suppressions", "export");
    assertThat(session.out)
        .contains("'=cmd@example.org,'=1+1,")
        .contains("ada@example.org,''-quoted,");
    Session other = new Session();
    assertThat(other.run("suppressions", "import", file("all.csv", session.out).toString()))
        .isZero();
    assertThat(other.features.suppressions.all()).isEqualTo(session.features.suppressions.all());
  }
}
