package dev.offprint.smtp.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.offprint.config.ConfigurationLoader;
import dev.offprint.config.TestKeys;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a signature says; {@link DkimVerificationTest} tells whether it is right. */
class DkimSignerTest {
  private static final Instant NOW = Instant.parse("2026-11-25T08:30:00.999Z");
  private static final byte[] BODY = new RelaxedBody().hash();
  private static final Map<String, String> BOTH_KEYS =
      Map.of("DKIM__RSA_KEY", TestKeys.RSA, "DKIM__ED25519_KEY", TestKeys.ED25519);

  @Test
  void withoutAKeyNothingIsSigned() {
    assertThat(signer(Map.of())).isEmpty();
  }

  @Test
  void eachKeySignsWithItsAlgorithmAndItsSelector() {
    String signatures = signer(BOTH_KEYS).orElseThrow().sign(List.of("From: a"), BODY, NOW);

    assertThat(unfolded(signatures))
        .satisfiesExactly(
            rsa ->
                assertThat(rsa)
                    .startsWith(
                        "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=lab.example;"
                            + " s=offprint; t=1795595400;"
                            + " bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; h=From:From; b="),
            ed25519 ->
                assertThat(ed25519)
                    .startsWith("DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;")
                    .contains("; s=offprint-ed25519; "));
  }

  @Test
  void oneKeyMakesOneSignature() {
    assertThat(
            unfolded(
                signer(Map.of("DKIM__ED25519_KEY", TestKeys.ED25519))
                    .orElseThrow()
                    .sign(List.of("From: a"), BODY, NOW)))
        .hasSize(1);
  }

  @Test
  void itCoversWhatItKnowsAndLeavesOutWhatRelaysMayChange() {
    List<String> fields =
        List.of(
            "Received: a",
            "Date: a",
            "from: a",
            "To: a",
            "Subject: a",
            "Message-ID: a",
            "MIME-Version: a",
            "Content-Type: a",
            "Content-Transfer-Encoding: a",
            "List-Id: a",
            "List-Unsubscribe: a",
            "List-Unsubscribe-Post: a",
            "Auto-Submitted: a",
            "Feedback-ID: a",
            "X-Other: a",
            "Return-Path: a");

    assertThat(covered(fields))
        .isEqualTo(
            "From:From:To:Subject:Date:Message-ID:MIME-Version:Content-Type"
                + ":Content-Transfer-Encoding:List-Id:List-Unsubscribe:List-Unsubscribe-Post"
                + ":Auto-Submitted:Feedback-ID");
  }

  @Test
  void aFieldThatStandsTwiceIsCoveredTwice() {
    assertThat(covered(List.of("From: a", "To: a", "To: b"))).isEqualTo("From:From:To:To");
    assertThat(SignedFields.of(List.of("To: first", "From: a", "To: last")).relaxed())
        .isEqualTo("from:a\r\nto:last\r\nto:first\r\n");
  }

  @Test
  void whatIsOneWordLongerThanALineStaysOneWord() {
    String domain = String.join(".", "a".repeat(60), "b".repeat(60), "example");
    Map<String, String> settings = new HashMap<>(BOTH_KEYS);
    settings.put("FROM", "papers@" + domain);

    assertThat(signer(settings).orElseThrow().sign(List.of("From: a"), BODY, NOW))
        .contains("\r\n d=" + domain + ";\r\n");
  }

  @Test
  void noLineIsLongerThan76ColumnsAndEachFieldIsEnded() {
    String signatures =
        signer(BOTH_KEYS)
            .orElseThrow()
            .sign(List.of("From: a", "List-Unsubscribe-Post: a", "Content-Type: a"), BODY, NOW);

    assertThat(signatures).endsWith("\r\n").doesNotContain("\r\n\r\n");
    assertThat(signatures.split("\r\n"))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76).matches("[D ]\\S.*\\S"));
  }

  @Test
  void aMessageWithoutFromIsNotSigned() {
    DkimSigner signer = signer(BOTH_KEYS).orElseThrow();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signer.sign(List.of("To: a"), BODY, NOW))
        .withMessage("a message without From cannot be signed");
  }

  @Test
  void manyThreadsSignAlike() {
    DkimSigner signer = signer(BOTH_KEYS).orElseThrow();
    Set<String> signatures =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(number -> signer.sign(List.of("From: a"), BODY, NOW))
            .collect(Collectors.toSet());

    assertThat(signatures).hasSize(1);
  }

  @Test
  void nothingThatIsPrintedShowsAKey() {
    assertThat(new DkimKey(DkimAlgorithm.RSA, "a", DkimAlgorithm.RSA.generate(new SecureRandom())))
        .hasToString("DkimKey[rsa, a]");
  }

  private static String covered(List<String> fields) {
    String signature = unfolded(signer(BOTH_KEYS).orElseThrow().sign(fields, BODY, NOW)).getFirst();
    return signature.replaceFirst(".*; h=", "").replaceFirst(";.*", "").replace(" ", "");
  }

  private static List<String> unfolded(String signatures) {
    return signatures.replace("\r\n ", " ").lines().toList();
  }

  private static Optional<DkimSigner> signer(Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>();
    environment.put("OFFPRINT_MAIL__FROM", "Papers <papers@lab.example>");
    settings.forEach((name, value) -> environment.put("OFFPRINT_MAIL__" + name, value));
    return DkimSigner.of(ConfigurationLoader.load(null, environment).configuration().mail());
  }
}
