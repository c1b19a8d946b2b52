package dev.offprint.smtp.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.config.PrivateKeyText;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The keys, the message and the signatures that RFC 8463 prints in its appendix A. */
class DkimExampleTest {
  private static final List<String> HEADER =
      List.of(
          "From: Joe SixPack <joe@football.example.com>",
          "To: Suzie Q <suzie@shopping.example.net>",
          "Subject: Is dinner ready?",
          "Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)",
          "Message-ID: <20030712040037.46341.5F8J@football.example.com>");
  private static final String BODY =
      "Hi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n";
  private static final String BODY_HASH = "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=";

  /** Its A.1, with the beginning that makes it PKCS #8 (RFC 8410, section 7). */
  private static final PrivateKey ED25519 =
      PrivateKeyText.ed25519(
          """
          -----BEGIN PRIVATE KEY-----
          MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
          -----END PRIVATE KEY-----
          """);

  /** Its A.2, with the same kind of beginning. */
  private static final PrivateKey RSA =
      PrivateKeyText.rsa(
          """
          -----BEGIN PRIVATE KEY-----
          MIICdwIBADANBgkqhkiG9w0BAQEFAASCAmEwggJdAgEAAoGBAOQeU5CgFPNZGIaz
          lXo2k/eJ1jpaTTxrmqF1HrDLlt04pvaMtCJj8nXoliLRC/H9vJjMI1vdb3XLcW60
          AIN/PBD8EL97/y4GwJH7LPUvGP48vqUe+owqszesbiGy1PlCO8c70/OjFnJVgvMF
          87YR4Lcincb7aSvI5MgpP6X8rjDdAgMBAAECgYAfRzE6EVkODNdaEOGcAkPDmziu
          g5c3g6GOJdrxbtjeuFfcUmqYlI+4Lw329CbpJVtosAThIbmYsy54eWHgpd98Sm4s
          SI2n1Kzc7hh8uJCltGoTtOblLEqO+9Chll7MeiuKY5oKFEvaK3juK5bHPFKJEy/h
          z6PvQaJZ3FefF7hSgQJBAPMkH/RTnxbtFnLp6cZWPaRYXvfYKhYVlbOLUWJy52sE
          WjLrdDByjCmgJrMq29kYw2U9acLvH/qjwZy5J7SBrbECQQDwLs+Kk+bX/V9NFC+P
          Wj90OZmnbjfTjhk3LGOD78483ShYJtcgbHJa+ZlteuI5ahIAslOMTESCtocSCdey
          y6TtAkEAuXkgKxgy7qEzE7veCd81rI2A/F1YVXpntQucrJXsdJVgXSGBg4eN5h72
          Boy2IliijTMY34vcAC00/2G6qRaXMQJATVqWJwh5WWjV76onoyCqvRDsBrt9qVnj
          jxxxtIVgQ8PqgXGI6X1j2x72Jgdkop8hyy2jsNTDX+HPYKTg3kmuBQJBALIq942+
          POSR3weNizRLAzR8+MrXr//moNnZSIMac564TPEEMCvnXxnxUVtHjWKfdbhjfIIO
          BCUuVwROtL7Nhws=
          -----END PRIVATE KEY-----
          """);

  @Test
  void thePublicKeysAreThoseOfTheRecords() {
    assertThat(DkimRecord.of(new DkimKey(DkimAlgorithm.ED25519, "brisbane", ED25519), "a.example"))
        .isEqualTo(
            new DkimRecord(
                "brisbane._domainkey.a.example",
                "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="));
    assertThat(DkimRecord.of(new DkimKey(DkimAlgorithm.RSA, "test", RSA), "a.example").value())
        .isEqualTo(
            "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08"
                + "a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6l"
                + "HvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB");
  }

  @Test
  void theBodyHasTheHashThatIsPrinted() {
    RelaxedBody body = new RelaxedBody();
    byte[] octets = BODY.getBytes(StandardCharsets.US_ASCII);
    body.write(octets, 0, octets.length);
    assertThat(Base64.getEncoder().encodeToString(body.hash())).isEqualTo(BODY_HASH);
  }

  @Test
  void ed25519SignsAsIsPrinted() {
    String field =
        """
        DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
         d=football.example.com; i=@football.example.com;
         q=dns/txt; s=brisbane; t=1528637909; h=from : to :
         subject : date : message-id : from : subject : date;
         bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
         b=\
        """;
    assertThat(signature(DkimAlgorithm.ED25519, ED25519, field))
        .isEqualTo(
            "/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus"
                + "Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==");
  }

  @Test
  void rsaSignsAsIsPrinted() {
    String field =
        """
        DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
         d=football.example.com; i=@football.example.com;
         q=dns/txt; s=test; t=1528637909; h=from : to : subject :
         date : message-id : from : subject : date;
         bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
         b=\
        """;
    assertThat(signature(DkimAlgorithm.RSA, RSA, field))
        .isEqualTo(
            "F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3"
                + "DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz"
                + "dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=");
  }

  private static String signature(DkimAlgorithm algorithm, PrivateKey key, String field) {
    String header =
        Stream.concat(
                HEADER.stream().map(line -> RelaxedField.of(line) + "\r\n"),
                Stream.of(RelaxedField.of(field.replace("\n", "\r\n"))))
            .collect(Collectors.joining());
    return Base64.getEncoder()
        .encodeToString(algorithm.sign(key, header.getBytes(StandardCharsets.US_ASCII)));
  }
}
