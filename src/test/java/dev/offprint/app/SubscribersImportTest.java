package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.cli.console.Features;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Readers come in from the lists of other programs, as far as they may be mailed. */
@Timeout(120)
class SubscribersImportTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String LISTMONK =
      """
      uuid,email,name,attributes,status,created_at,updated_at
      11-a,ada@lab.example,"Lovelace, Ada","{""city"": ""London""}",enabled,2024-01-02,2024-01-02
      11-b,bob@lab.example,Bob,{},disabled,2024-01-02,2024-01-02
      11-c,eve@lab.example,Eve,{},blocklisted,2024-01-02,2024-01-02
      11-d,no address,,{},enabled,2024-01-02,2024-01-02
      11-e,"carl@lab.example,Carl,{},enabled,2024-01-02,2024-01-02
      11-f,dora@lab.example,Dora,{},enabled,2024-01-02,2024-01-02
      """;

  @TempDir Path folder;
  private Installation offprint;

  @BeforeEach
  void install() {
    offprint = new Installation(folder.resolve("data"), NOW);
  }

  @AfterEach
  void stop() {
    offprint.close();
  }

  private Installation.Printed take(String text, String... options) throws IOException {
    return take(text.getBytes(StandardCharsets.UTF_8), options);
  }

  private Installation.Printed take(byte[] bytes, String... options) throws IOException {
    String[] arguments = new String[3 + options.length];
    arguments[0] = "subscribers";
    arguments[1] = "import";
    arguments[2] = Files.write(folder.resolve("list"), bytes).toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return offprint.run(arguments);
  }

  private JsonNode show(String address) {
    return new JsonMapper().readTree(offprint.run("--json", "subscribers", "show", address).out());
  }

  /** Whatever is due, as the daemon does. */
  private void send() {
    try (Wiring wiring = offprint.wiring();
        Features.Sending sending = wiring.takeSending().orElseThrow()) {
      sending.dispatcher().drain();
    }
  }

  private String exported() {
    return offprint.run("subscribers", "export").out();
  }

  @Test
  void whoListmonkMailsIsAskedAndWhoItDoesNotIsSuppressed() throws IOException {
    Installation.Printed printed = take(LISTMONK);
    assertThat(printed.exit()).isEqualTo(1);
    assertThat(printed.out())
        .contains("read as an export of listmonk: 2 new, 0 changed, 0 unchanged, 2 suppressed, 2")
        .contains("2 readers are asked to confirm.")
        .contains("Not taken in: the columns uuid, name, attributes, updated_at.")
        .contains("line 3: bob@lab.example: suppressed");
    assertThat(printed.err())
        .contains("line 5: no address: refused: the address has a blank in it")
        .contains("line 6: refused: a quotation mark is not closed");
    assertThat(show("ada@lab.example").path("status").asString()).isEqualTo("pending");
    assertThat(offprint.run("suppressions", "export").out())
        .containsPattern("bob@lab.example,.*,unsubscribe\n")
        .containsPattern("eve@lab.example,.*,operator\n");

    assertThat(take(LISTMONK).out()).contains(": 0 new, 0 changed, 4 unchanged, 2 refused");
    send();
    assertThat(offprint.receivedBy("ada@lab.example")).hasSize(1);
    assertThat(offprint.receivedBy("dora@lab.example").getFirst().text()).contains("/confirm/");
    assertThat(offprint.receivedBy("bob@lab.example")).isEmpty();
  }

  @Test
  void aDryRunChangesNothingAndSaysTheSame() throws IOException {
    Installation.Printed dry = take(LISTMONK, "--dry-run");
    assertThat(dry.exit()).isEqualTo(1);
    assertThat(dry.out())
        .contains("line 2: ada@lab.example: new: asked to confirm")
        .contains(": 2 new, 0 changed, 0 unchanged, 2 suppressed, 2 refused. Nothing was changed");
    assertThat(exported()).hasLineCount(1);
    assertThat(offprint.run("suppressions", "list").out()).contains("No address is suppressed");
    assertThat(offprint.run("deliveries", "list").out()).doesNotContain("ada");
    assertThat(take(LISTMONK).out()).contains(": 2 new, 0 changed, 0 unchanged, 2 suppressed, 2");
  }

  @Test
  void mailmansMembersComeWithAndWithoutNames() throws IOException {
    Installation.Printed printed =
        take(
            """
            # members of the list
            ada@lab.example
            Hopper, Grace <grace@navy.example>
            "Alan M. Turing" <alan@lab.example>
            ADA@lab.example
            mary at lab.example
            """,
            "--consent",
            "members of the list\nsince 2019");
    assertThat(printed.out()).contains("read as a list of addresses: 3 new");
    assertThat(printed.err())
        .contains("line 5: ADA@lab.example: refused: the address stands in line 2 already")
        .contains("line 6: mary at lab.example: refused");
    assertThat(show("grace@navy.example").path("status").asString()).isEqualTo("active");
    assertThat(show("grace@navy.example").path("consent").asString())
        .isEqualTo("members of the list since 2019");
    assertThat(offprint.run("subscribers", "show", "grace@navy.example").out())
        .contains("Agreed to   members of the list since 2019");
    send();
    assertThat(offprint.received()).isEmpty();
    assertThat(take("address\nada@lab.example\n").out()).contains("1 unchanged");
    assertThat(take("zoe@lab.example,Zoe\nyan@lab.example,\"Yan, X\"\n").out())
        .contains("2 new, 0 changed");
  }

  @Test
  void aTableOfASpreadsheetIsUnderstood() throws IOException {
    Installation.Printed printed =
        take(
            "\uFEFFFirma;E-Mail;Interessen;Zeitzone;Uhrzeit;Tage;Max\r\n"
                + "Lab GmbH;zoe@lab.example;\"graph networks\r\nauthor:hinton\";europe/oslo;7:30;"
                + "mon, wed;5\r\n"
                + ";yan@lab.example;quantum walks;Mars;;;\r\n"
                + ";xi@lab.example;;;25:00;;\r\n"
                + ";uwe@lab.example;;;;;99\r\n");
    assertThat(printed.out()).contains("read as a table: 1 new").contains("the column Firma.");
    assertThat(printed.err())
        .contains("line 4: yan@lab.example: refused: zone 'Mars': there is no such time zone")
        .contains("line 5: xi@lab.example: refused: time '25:00': there is no such time of day")
        .contains("line 6: uwe@lab.example: refused: maximum '99': the most papers in one mail");
    assertThat(exported())
        .contains(
            "matching,\"graph networks\nauthor:hinton\",5,07:30,Europe/Oslo,\"mon,wed\",html");
    assertThat(take("interests|address\na walk; b walk|vi@lab.example\n").exit()).isZero();
    assertThat(show("vi@lab.example").path("interests")).hasSize(2);
  }

  @Test
  void whatCannotBeReadChangesNothing() throws IOException {
    byte[] latin =
        "email,name\nj\u00f6rg@lab.example,J\u00f6rg\n".getBytes(Charset.forName("windows-1252"));
    Installation.Printed printed = take(latin);
    assertThat(printed.exit()).isEqualTo(1);
    assertThat(printed.err())
        .contains("line 2: it is not UTF-8; say how it is written with --encoding")
        .contains("nothing was changed");
    assertThat(take(latin, "--encoding", "windows-1252").out()).contains(": 1 new");
    assertThat(exported()).contains("jörg@lab.example");
    assertThat(take(latin, "--encoding", "klingon").exit()).isEqualTo(2);
    assertThat(take("email\nzoe@lab.example\n".getBytes(StandardCharsets.UTF_16)).out())
        .contains(": 1 new");
    assertThat(take("PK\u0003\u0004").err()).contains("save the table as CSV");
    assertThat(take("\n \n").err()).contains("there is nothing in it");
    assertThat(take("[{}]").err()).contains("it is a JSON array");
    assertThat(take("name,age\nAda,36\n").err()).contains("names of columns");
    assertThat(take("email\nada@lab.example\n", "--consent", " ").exit()).isEqualTo(2);
    assertThat(take("email\nada@lab.example\n", "--group", "None").exit()).isEqualTo(1);
    assertThat(exported()).hasLineCount(3);
  }

  @Test
  void whoLeftOrMustNotBeMailedStaysSoAndIsNamed() throws IOException {
    take("ada@lab.example\neve@lab.example\nbob@lab.example\n", "--consent", "at the open day");
    offprint.run("subscribers", "remove", "ada@lab.example");
    offprint.run("suppressions", "add", "eve@lab.example", "--reason", "asked by letter");
    offprint.run("subscribers", "remove", "bob@lab.example");
    offprint.run("subscribers", "erase", "bob@lab.example", "--yes");

    Installation.Printed printed =
        take("ada@lab.example\neve@lab.example\nbob@lab.example\n", "--consent", "again");
    assertThat(printed.exit()).isEqualTo(1);
    assertThat(printed.err())
        .contains("line 1: ada@lab.example: refused: left on 2026-11-24 (unsubscribed)")
        .contains("line 2: eve@lab.example: refused: must not be mailed, since 2026-11-24 (asked")
        .contains("line 3: bob@lab.example: refused: left on 2026-11-24 (unsubscribed; forgotten");
    assertThat(printed.out()).contains("0 new, 0 changed, 0 unchanged, 3 refused");
    assertThat(exported()).doesNotContain(",active,").doesNotContain("bob@");
  }

  @Test
  void whoIsASubscriberKeepsWhatTheFileDoesNotSpeakOf() throws IOException {
    offprint.run("subscribers", "add", "ada@lab.example", "--interest", "glue", "--max", "7");
    Installation.Printed printed = take("email,time,interests\nada@lab.example,18:30,\n");
    assertThat(printed.out())
        .contains("line 2: ada@lab.example: changed: time")
        .contains("0 new, 1 changed");
    assertThat(exported()).contains(",matching,glue,7,18:30,");
    assertThat(take("email,content\nada@lab.example,trending\n").out())
        .contains("changed: content");
    assertThat(take("email,status\nada@lab.example,unsubscribed\n").out())
        .contains("changed: mailed no more");
    assertThat(exported()).contains("ada@lab.example,unsubscribed,");
  }

  @Test
  void nobodyComesInWhoWouldGetNothing() throws IOException {
    assertThat(take("email,content\nada@lab.example,matching\n").err())
        .contains("line 2: ada@lab.example: refused: matching papers only needs at least one");
    offprint.run("groups", "add", "Vision Lab", "--interest", "depth", "--at", "09:15");
    assertThat(take("email,content\nada@lab.example,matching\n", "--group", "Vision Lab").exit())
        .isZero();
    assertThat(exported()).contains(",matching,,10,09:15,").contains(",Vision Lab,");
  }

  @Test
  void groupsOfAFileAreJoinedAndOneEditionForAllIsEnough() throws IOException {
    offprint.run("groups", "add", "A; B");
    offprint.run("groups", "add", "Course 1", "--same-for-all");
    offprint.run("groups", "add", "Course 2", "--same-for-all");
    assertThat(take("email,groups\nada@lab.example,\"A; B\n\"\nbob@lab.example,Course 9\n").err())
        .contains("line 4: bob@lab.example: refused: there is no group 'Course 9'");
    assertThat(take("email,groups\nada@lab.example,Course 1\n").out()).contains("changed: groups");
    assertThat(take("email,groups\nada@lab.example,Course 1\n").out()).contains("1 unchanged");
    assertThat(take("email,groups\nada@lab.example,Course 2\n").err())
        .contains("would be in both Course 1 and Course 2");
    assertThat(offprint.run("groups", "show", "A; B").out()).contains("1 subscriber");
  }

  @Test
  void whatWasBrokenOffBeforeTheMailsIsCompleted() throws IOException {
    take("ada@lab.example\n");
    try (Wiring wiring = offprint.wiring()) {
      wiring.database().jdbi().useHandle(handle -> handle.execute("delete from deliveries"));
    }
    assertThat(take("ada@lab.example\n").out())
        .contains("1 unchanged")
        .contains("1 reader is asked to confirm");
    assertThat(take("ada@lab.example\n").out()).doesNotContain("asked to confirm");
  }

  @Test
  void manyAreAskedAsTheSendingLimitsAllowAndEditionsGoOn() throws IOException {
    offprint.with("OFFPRINT_SMTP__LIMITS__PER_SECOND", "1");
    offprint.with("OFFPRINT_SMTP__LIMITS__DOMAIN_PER_MINUTE", "1");
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      list.append("reader").append(i).append("@lab.example\n");
    }
    // Two minutes apart, as half of what may go to one domain: the last one is 3,998 minutes later.
    assertThat(take(list.toString()).out())
        .contains("2,000 readers are asked to confirm; by the sending limits, the last mail's turn")
        .contains("is on Fri 2026-11-27 02:38");
    try (Wiring wiring = offprint.wiring()) {
      assertThat(wiring.clockCheck().problem()).isEmpty();
    }
    offprint.clock.tick(Duration.ofMinutes(9));
    send();
    assertThat(offprint.received()).hasSizeBetween(1, 6);
  }

  private static String readers(int from, int until) {
    return IntStream.range(from, until)
        .mapToObj(i -> "reader" + i + "@lab" + i % 7 + ".example\n")
        .collect(Collectors.joining());
  }

  @Test
  void onANewDomainManyAreAskedOverDaysAndNoneIsTooLate() throws IOException {
    offprint.with("OFFPRINT_SMTP__LIMITS__DAILY", "4");
    offprint.with("OFFPRINT_SMTP__LIMITS__DAILY_FROM", "2026-11-24");
    // 4 today, 6 tomorrow, 9 on the day after, of which the second import gets what is left.
    assertThat(take(readers(0, 12)).out())
        .contains("12 readers are asked to confirm; by the sending limits, the last mail's turn")
        .contains("is on Thu 2026-11-26 08:00");
    assertThat(take(readers(0, 20)).out())
        .contains("8 readers are asked to confirm", "Fri 2026-11-27 08:00");
    assertThat(offprint.run("--json", "deliveries", "list", "--status", "planned").out())
        .contains("waits for 2026-11-25: at most 4 readers are asked to confirm on 2026-11-24");
    assertThat(offprint.run("deliveries", "explain", "reader5@lab5.example").out())
        .contains("It has not been tried yet; it is tried next Wed 2026-11-25 08:00")
        .contains("waits for 2026-11-25");
    send();
    assertThat(offprint.received()).hasSize(4);
    for (int sent : List.of(10, 19, 20)) {
      offprint.clock.tick(Duration.ofDays(1));
      send();
      assertThat(offprint.received()).hasSize(sent);
    }
  }

  @Test
  void theReportAsJsonIsOneDocument() throws IOException {
    Path file = Files.writeString(folder.resolve("list.csv"), LISTMONK);
    JsonNode report =
        new JsonMapper()
            .readTree(offprint.run("--json", "subscribers", "import", file.toString()).out());
    assertThat(report.path("new").asInt()).isEqualTo(2);
    assertThat(report.path("refused").asInt()).isEqualTo(2);
    assertThat(report.path("refused_lines").path(1).path("line").asInt()).isEqualTo(6);
    assertThat(report.path("asked_to_confirm").asInt()).isEqualTo(2);
  }

  @Test
  void whatWasAgreedToGoesWithTheSubscriber() throws IOException {
    offprint.run("subscribers", "add", "ada@lab.example", "--consent", "asked in person");
    assertThat(exported()).contains(",asked in person\n");
    assertThat(take("ada@lab.example\n", "--consent", "another").out()).contains("1 unchanged");
    offprint.run("subscribers", "erase", "ada@lab.example", "--yes");
    assertThat(exported()).doesNotContain("asked in person");
  }
}
