package dev.offprint.doctor.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.doctor.dns.Spf.Result;
import java.net.InetAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpfWalkTest {
  private final TestNameServer server = new TestNameServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private Spf of(String address) {
    return SpfWalk.of(server.dns(), "lab.example", InetAddress.ofLiteral(address));
  }

  private Spf record(String text) {
    server.text("lab.example", text);
    return of("192.0.2.7");
  }

  @ParameterizedTest
  @CsvSource({
    "v=spf1 ip4:192.0.2.7 -all, PASS, 0",
    "v=spf1 ip4:192.0.2.0/24 -all, PASS, 0",
    "v=spf1 ip4:192.0.2.8 -all, FAIL, 0",
    "v=spf1 ip6:2001:db8::/32 ~all, SOFTFAIL, 0",
    "v=SPF1 a:mail.lab.example ?all, PASS, 1",
    "v=spf1 a:mail.lab.example/30 -all, PASS, 1",
    "v=spf1 mx -all, PASS, 1",
    "v=spf1 include:provider.example -all, PASS, 1",
    "v=spf1 redirect=provider.example, PASS, 1",
    "v=spf1 -all redirect=provider.example, FAIL, 0",
    "v=spf1 exists:mail.lab.example -all, PASS, 1",
    "v=spf1 -ip4:192.0.2.7 +all, FAIL, 0",
    "v=spf1 exists:%{i}.list.example -all, UNKNOWN, 1",
    "v=spf1 ip4:192.0.2.7 exists:%{i}.list.example -all, PASS, 1",
    "v=spf1 future=thing ip4:192.0.2.7 -all, PASS, 0",
    "v=spf1, NEUTRAL, 0",
  })
  void aRecordIsFollowedAsReceiversDo(String text, Result result, int lookups) {
    server.address("mail.lab.example", "192.0.2.7").mailHost("lab.example", "mail.lab.example");
    server.text("provider.example", "v=spf1 ip4:192.0.2.0/24 -all");
    Spf spf = record(text);
    assertThat(spf.problem()).isNull();
    assertThat(spf.result()).isEqualTo(result);
    assertThat(spf.lookups()).isEqualTo(lookups);
  }

  @Test
  void otherTextsAreNoRecord() {
    server.text("lab.example", "v=spf10 -all").text("lab.example", "site-verification=3");
    assertThat(of("192.0.2.7").result()).isEqualTo(Result.NONE);
  }

  @Test
  void tenLookUpsAreTakenAndElevenAreNot() {
    StringBuilder text = new StringBuilder("v=spf1");
    for (int i = 1; i <= 9; i++) {
      server.text("p" + i + ".example", "v=spf1 ip4:198.51.100." + i + " -all");
      text.append(" include:p").append(i).append(".example");
    }
    server.address("mail.lab.example", "192.0.2.9");
    Spf ten = record(text + " a:mail.lab.example -all");
    assertThat(ten.lookups()).isEqualTo(10);
    assertThat(ten.problem()).isNull();

    server.without("lab.example").text("p1.example", "not SPF");
    server.without("p1.example").text("p1.example", "v=spf1 include:p2.example -all");
    Spf eleven = record(text + " a:mail.lab.example -all");
    assertThat(eleven.lookups()).isEqualTo(11);
    assertThat(eleven.problem()).isEqualTo("it takes more than 10 look-ups");
  }

  @Test
  void whatComesAfterTheTermThatDecidesIsCountedForOthers() {
    server.address("mail.lab.example", "192.0.2.9");
    assertThat(record("v=spf1 ip4:192.0.2.7 a:mail.lab.example -all").lookups()).isEqualTo(1);
  }

  @Test
  void aRecordThatIncludesItselfIsLeft() {
    Spf spf = record("v=spf1 include:lab.example -all");
    assertThat(spf.problem()).isEqualTo("it takes more than 10 look-ups");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v=spf1 include:nobody.example -all | it includes nobody.example, which has no SPF record",
        "v=spf1 redirect=nobody.example | it redirects to nobody.example, which has no SPF record",
        "v=spf1 ipv4:192.0.2.7 -all | it holds ipv4:192.0.2.7, which is no term of SPF",
        "v=spf1 ip4:192.0.2 -all | it holds ip4:192.0.2, which is no address or network",
        "v=spf1 a:x.example a:y.example a:z.example -all | 3 of its look-ups find nothing, and 2"
            + " may",
      })
  void whatMakesItFailForEverybodyIsSaid(String text, String problem) {
    assertThat(record(text).problem()).isEqualTo(problem);
  }

  @Test
  void twoRecordsAreNone() {
    server.text("lab.example", "v=spf1 -all");
    assertThat(record("v=spf1 ip4:192.0.2.7 -all").problem())
        .isEqualTo("lab.example has 2 SPF records, and one may be");
  }

  @Test
  void aServerThatFailsIsNotTakenForNoRecord() {
    server.failing("provider.example");
    assertThat(record("v=spf1 include:provider.example -all").unanswered()).isNotNull();
  }

  @Test
  void aLongRecordInSeveralStringsIsOne() {
    String networks = " ip4:198.51.100.0/24".repeat(30);
    assertThat(record("v=spf1" + networks + " ip4:192.0.2.7 -all").result()).isEqualTo(Result.PASS);
  }
}
