package dev.offprint.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.config.IpNetwork;
import dev.offprint.subscribers.LinkKey;
import dev.offprint.web.http.FormTokens.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormTokensTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final IpNetwork HERE = IpNetwork.of("192.0.2.0/24");

  @TempDir Path data;
  private FormTokens forms;
  private String token;

  @BeforeEach
  void open() {
    forms = new FormTokens(LinkKey.open(data));
    token = forms.token("subscribe", HERE, NOON);
  }

  private Verdict after(Duration time) {
    return forms.judge(token, "subscribe", HERE, NOON.plus(time));
  }

  @Test
  void aFormIsGoodFromTwoSecondsToTwelveHours() {
    assertThat(after(Duration.ZERO)).isEqualTo(Verdict.QUICK);
    assertThat(after(Duration.ofSeconds(1))).isEqualTo(Verdict.QUICK);
    assertThat(after(Duration.ofSeconds(2))).isEqualTo(Verdict.GOOD);
    assertThat(after(Duration.ofHours(12))).isEqualTo(Verdict.GOOD);
    assertThat(after(Duration.ofHours(12).plusSeconds(1))).isEqualTo(Verdict.STALE);
    assertThat(after(Duration.ofSeconds(-5))).isEqualTo(Verdict.STALE);
  }

  @Test
  void itIsGoodOnItsPageAndInItsNetworkAlone() {
    Instant later = NOON.plusSeconds(10);
    assertThat(forms.judge(token, "link", HERE, later)).isEqualTo(Verdict.STALE);
    assertThat(forms.judge(token, "subscribe", IpNetwork.of("192.0.3.0/24"), later))
        .isEqualTo(Verdict.STALE);
  }

  @Test
  void itIsGoodForTheInstallationThatMadeItAlone(@TempDir Path elsewhere) {
    assertThat(
            new FormTokens(LinkKey.open(elsewhere))
                .judge(token, "subscribe", HERE, NOON.plusSeconds(10)))
        .isEqualTo(Verdict.STALE);
  }

  @Test
  void noChangedCharacterPasses() {
    for (int i = 0; i < token.length() - 1; i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(forms.judge(changed, "subscribe", HERE, NOON.plusSeconds(10)))
          .as(changed)
          .isEqualTo(Verdict.STALE);
    }
    for (String none : new String[] {"", "x", "=", "ü", "A".repeat(64), "A".repeat(70_000)}) {
      assertThat(forms.judge(none, "subscribe", HERE, NOON)).isEqualTo(Verdict.STALE);
    }
  }

  @Test
  void thatOfASecretLinkIsGoodFromAnywhereButForNoOtherLink() {
    String secret = forms.secret("abc", NOON);
    assertThat(forms.judgeSecret(secret, "abc", NOON.plusSeconds(10))).isEqualTo(Verdict.GOOD);
    assertThat(forms.judgeSecret(secret, "abd", NOON.plusSeconds(10))).isEqualTo(Verdict.STALE);
    assertThat(forms.judge(secret, "abc", HERE, NOON.plusSeconds(10))).isEqualTo(Verdict.STALE);
    assertThat(forms.judgeSecret(token, "subscribe", NOON.plusSeconds(10)))
        .isEqualTo(Verdict.STALE);
  }

  @Test
  void aRepetitionIsGoodFromAnywhereAtOnceButForNoOtherPage() {
    String again = forms.again("subscribe", NOON);
    assertThat(forms.judge(again, "subscribe", IpNetwork.of("192.0.3.0/24"), NOON))
        .isEqualTo(Verdict.GOOD);
    assertThat(forms.judge(again, "link", HERE, NOON)).isEqualTo(Verdict.STALE);
    assertThat(forms.judge(again, "subscribe", HERE, NOON.plus(Duration.ofHours(13))))
        .isEqualTo(Verdict.STALE);
  }
}
