package dev.offprint.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.config.ConfigurationLoader;
import dev.offprint.config.MailConfiguration;
import dev.offprint.config.TestKeys;
import dev.offprint.doctor.dns.TestNameServer;
import dev.offprint.smtp.dkim.DkimKey;
import dev.offprint.smtp.dkim.DkimRecord;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What DNS says of the domain that mails come from. */
class DomainChecksTest {
  private static final Readers FEW = new Readers(12, 3, 0, 0);
  private static final Readers MANY = new Readers(5_000, 3_000, 10, 900);

  private final TestNameServer server = new TestNameServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private static MailConfiguration mail(Map<String, String> more) {
    Map<String, String> environment = new java.util.HashMap<>(more);
    environment.putIfAbsent("OFFPRINT_MAIL__FROM", "Papers <papers@lab.example>");
    return ConfigurationLoader.load(null, environment).configuration().mail();
  }

  private String spf(Readers readers) {
    return Words.of(
        new SpfCheck("lab.example", "relay.lab.example", server.dns(), () -> readers).look());
  }

  @Test
  void anSpfRecordThatPermitsTheRelayIsGood() {
    server.address("relay.lab.example", "198.51.100.7");
    server.text("lab.example", "v=spf1 a:relay.lab.example -all");
    assertThat(spf(FEW))
        .isEqualTo(
            "ok: lab.example has a record with 1 of 10 look-ups; it permits relay.lab.example");
  }

  @Test
  void oneThatDoesNotIsAWarningAsTheRelayMaySendFromElsewhere() {
    server.address("relay.lab.example", "198.51.100.7").address("relay.lab.example", "2001:db8::7");
    server.text("lab.example", "v=spf1 ip4:198.51.100.7 ~all");
    assertThat(spf(FEW))
        .startsWith("warning: ")
        .contains("does not permit 2001:db8:0:0:0:0:0:7")
        .contains("(softfail) -> if the relay sends from there, add ip6:2001:db8:0:0:0:0:0:7");
  }

  @Test
  void whereARelayOfThisNetworkSendsFromCannotBeKnown() {
    server.address("relay.lab.example", "10.0.0.7").text("lab.example", "v=spf1 mx -all");
    assertThat(spf(FEW)).startsWith("ok: ").contains("cannot be known here");
  }

  @Test
  void noSpfRecordIsAnErrorForBulkSendersAlone() {
    server.address("relay.lab.example", "198.51.100.7");
    assertThat(spf(FEW)).startsWith("warning: lab.example has no SPF record");
    assertThat(spf(MANY)).startsWith("error: lab.example has no SPF record").contains("ip4:198.51");
  }

  @Test
  void oneThatReceiversCannotFollowIsAnError() {
    server.text("lab.example", "v=spf1 include:gone.example -all");
    assertThat(spf(FEW))
        .startsWith("error: the SPF record of lab.example fails for everybody: it includes gone");
  }

  @Test
  void aNameServerThatFailsIsAWarning() {
    server.failing("lab.example").failing("_dmarc.lab.example").failing("relay.lab.example");
    assertThat(spf(MANY)).startsWith("warning: the SPF record of lab.example could not be asked");
    assertThat(dmarc(MANY, Map.of())).startsWith("warning: ").contains("could not be asked");
    assertThat(Words.of(new ReverseNameCheck("relay.lab.example", server.dns()).look()))
        .startsWith("warning: the address of relay.lab.example could not be asked");
  }

  private String dmarc(Readers readers, Map<String, String> more) {
    MailConfiguration mail = mail(more);
    String envelope = mail.returnAddress().isEmpty() ? mail.from() : mail.returnAddress();
    return Words.of(
        new DmarcCheck(mail, Places.domain(envelope), server.dns(), () -> readers).look());
  }

  @Test
  void dmarcNeedsARecordAndSomethingThatIsAligned() {
    assertThat(dmarc(FEW, Map.of()))
        .startsWith("warning: lab.example has no DMARC record")
        .contains("_dmarc.lab.example");
    assertThat(dmarc(MANY, Map.of())).startsWith("error: lab.example has no DMARC record");

    server.text("_dmarc.lab.example", "v=DMARC1; p=none");
    assertThat(dmarc(MANY, Map.of()))
        .isEqualTo("ok: _dmarc.lab.example says p=none; SPF counts for lab.example");

    Map<String, String> elsewhere = Map.of("OFFPRINT_MAIL__RETURN_ADDRESS", "b@provider.example");
    assertThat(dmarc(FEW, elsewhere))
        .startsWith("error: ")
        .contains("neither SPF (for provider.example) nor DKIM counts for lab.example");
  }

  @Test
  void theDkimRecordMustHoldTheKeyThatSigns() {
    assertThat(Words.of(new DkimCheck(mail(Map.of()), server.dns()).look()))
        .startsWith("warning: Offprint signs nothing");

    MailConfiguration mail =
        mail(Map.of("OFFPRINT_MAIL__DKIM__RSA_KEY", TestKeys.privateKey("RSA", 2048)));
    DkimCheck check = new DkimCheck(mail, server.dns());
    assertThat(Words.of(check.look()))
        .startsWith("error: there is no record offprint._domainkey.lab.example, so no signature");

    DkimRecord right = DkimRecord.of(DkimKey.configured(mail.dkim()).getFirst(), "lab.example");
    assertThat(dkim(mail, right.value()))
        .isEqualTo("ok: offprint._domainkey.lab.example holds the rsa key");
    assertThat(dkim(mail, right.value().replace("p=", "t=s:y; p="))).contains("says t=y");
    assertThat(dkim(mail, "v=DKIM1; p=")).contains("is empty, by which the key is withdrawn");
    assertThat(dkim(mail, right.value().replace("k=rsa", "k=ed25519"))).contains("another kind");
    assertThat(dkim(mail, right.value().substring(0, 120)))
        .startsWith("error: ")
        .contains("holds another key than the one that signs");
  }

  private String dkim(MailConfiguration mail, String value) {
    server.without("offprint._domainkey.lab.example");
    server.text("offprint._domainkey.lab.example", value);
    return Words.of(new DkimCheck(mail, server.dns()).look());
  }

  @Test
  void aReverseNameLeadsBack() {
    server.address("relay.lab.example", "198.51.100.7");
    ReverseNameCheck check = new ReverseNameCheck("relay.lab.example", server.dns());
    assertThat(Words.of(check.look())).contains("198.51.100.7 (relay.lab.example) has no name");

    server.reverse("198.51.100.7", "host7.provider.example");
    assertThat(Words.of(new ReverseNameCheck("relay.lab.example", server.dns()).look()))
        .contains("host7.provider.example does not lead back to 198.51.100.7");

    server.address("host7.provider.example", "198.51.100.7");
    assertThat(Words.of(new ReverseNameCheck("relay.lab.example", server.dns()).look()))
        .startsWith("ok: ");
  }
}
