package dev.offprint.doctor.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DmarcTest {
  private final TestNameServer server = new TestNameServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private Dmarc of(String domain) {
    return Dmarc.of(server.dns(), domain);
  }

  @Test
  void theRecordOfTheDomainItselfGoesFirst() {
    server.text("_dmarc.lab.example", "v=DMARC1; p=reject");
    server.text("_dmarc.papers.lab.example", "v=DMARC1;p=none");
    Dmarc dmarc = of("Papers.Lab.Example");
    assertThat(dmarc.place()).contains("papers.lab.example");
    assertThat(dmarc.policy()).isEqualTo("none");
    assertThat(dmarc.organisation()).isEqualTo("lab.example");
  }

  @Test
  void elseThatOfTheOrganisationAndItsPolicyForSubdomains() {
    server.text("_dmarc.lab.example", "v=DMARC1; p=reject; sp=quarantine");
    Dmarc dmarc = of("papers.lab.example");
    assertThat(dmarc.place()).contains("lab.example");
    assertThat(dmarc.policy()).isEqualTo("quarantine");
  }

  @Test
  void aDomainThatSaysThatItIsNoPublicSuffixEndsTheWalk() {
    server.text("_dmarc.lab.example", "v=DMARC1; p=none; psd=n");
    server.text("_dmarc.example", "v=DMARC1; p=reject");
    assertThat(of("a.lab.example").organisation()).isEqualTo("lab.example");
  }

  @Test
  void belowAPublicSuffixIsTheOrganisation() {
    server.text("_dmarc.example", "v=DMARC1; p=reject; psd=y");
    Dmarc dmarc = of("papers.lab.example");
    assertThat(dmarc.organisation()).isEqualTo("lab.example");
    assertThat(dmarc.place()).contains("example");
  }

  @Test
  void aLongNameIsShortenedToSevenLabels() {
    server.text("_dmarc.c.d.e.f.g.h.example", "v=DMARC1; p=none");
    server.text("_dmarc.b.c.d.e.f.g.h.example", "v=DMARC1; p=reject");
    Dmarc dmarc = of("a.b.c.d.e.f.g.h.example");
    assertThat(dmarc.records()).containsOnlyKeys("c.d.e.f.g.h.example");
  }

  @Test
  void severalRecordsOrOtherTextsCountAsNone() {
    server.text("_dmarc.lab.example", "v=DMARC1; p=none").text("_dmarc.lab.example", "v=DMARC1");
    server.text("_dmarc.example", "v=DMARC10; p=none");
    Dmarc dmarc = of("lab.example");
    assertThat(dmarc.place()).isEmpty();
    assertThat(dmarc.several()).containsExactly("lab.example");
  }

  @Test
  void aServerThatFailsIsNotTakenForNoRecord() {
    assertThat(of("lab.example").unanswered()).isNull();
    server.failing("_dmarc.lab.example");
    assertThat(of("lab.example").unanswered()).isNotNull();
  }

  @Test
  void oneOrganisationIsAlignedUnlessTheRecordWantsTheSameDomain() {
    server.text("_dmarc.lab.example", "v=DMARC1; p=none; aspf=s");
    Dmarc dmarc = of("papers.lab.example");
    Dns dns = server.dns();
    assertThat(dmarc.isAligned(dns, "adkim", "lab.example")).isTrue();
    assertThat(dmarc.isAligned(dns, "aspf", "bounces.lab.example")).isFalse();
    assertThat(dmarc.isAligned(dns, "aspf", "papers.lab.example")).isTrue();
    assertThat(dmarc.isAligned(dns, "adkim", "provider.example")).isFalse();
  }
}
