package dev.offprint.subscribers;

import static dev.offprint.subscribers.LinkTokens.Purpose.CONFIRM;
import static dev.offprint.subscribers.LinkTokens.Purpose.PREFERENCES;
import static dev.offprint.subscribers.LinkTokens.Purpose.UNSUBSCRIBE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.subscribers.LinkTokens.Purpose;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");

  @TempDir Path data;
  private LinkTokens tokens;

  @BeforeEach
  void open() {
    tokens = new LinkTokens(LinkKey.open(data));
  }

  @ParameterizedTest
  @EnumSource
  void aTokenNamesItsSubscriberForItsPurposeAlone(Purpose purpose) {
    String token = tokens.token(purpose, 42, NOW);
    for (Purpose other : Purpose.values()) {
      if (other == purpose) {
        assertThat(tokens.number(other, token, NOW)).contains(42L);
      } else {
        assertThat(tokens.number(other, token, NOW)).isEmpty();
      }
    }
  }

  @Test
  void aConfirmationCanBeUsedForSevenDaysAndTheOthersForEver() {
    Instant last = NOW.plus(Duration.ofDays(7)).minusSeconds(1);
    String confirm = tokens.token(CONFIRM, 1, NOW);
    assertThat(tokens.number(CONFIRM, confirm, last)).contains(1L);
    assertThat(tokens.number(CONFIRM, confirm, last.plusSeconds(1))).isEmpty();
    Instant muchLater = NOW.plus(Duration.ofDays(3650));
    assertThat(tokens.number(UNSUBSCRIBE, tokens.token(UNSUBSCRIBE, 1, NOW), muchLater))
        .contains(1L);
    assertThat(tokens.number(PREFERENCES, tokens.token(PREFERENCES, 1, NOW), muchLater))
        .contains(1L);
  }

  @Test
  void aTokenIsTheSameInEveryMailAndAfterARestart() {
    LinkTokens restarted = new LinkTokens(LinkKey.open(data));
    assertThat(restarted.token(UNSUBSCRIBE, 7, NOW.plusSeconds(1)))
        .isEqualTo(tokens.token(UNSUBSCRIBE, 7, NOW));
  }

  @Test
  void anotherKeyMakesNoTokenThatHolds(@TempDir Path elsewhere) {
    String foreign = new LinkTokens(LinkKey.open(elsewhere)).token(UNSUBSCRIBE, 1, NOW);
    assertThat(tokens.number(UNSUBSCRIBE, foreign, NOW)).isEmpty();
  }

  @Test
  void noCharacterOfATokenCanBeChanged() {
    for (Purpose purpose : Purpose.values()) {
      String token = tokens.token(purpose, 1, NOW);
      for (int i = 0; i < token.length(); i++) {
        String changed =
            token.substring(0, i) + (token.charAt(i) == 'B' ? 'C' : 'B') + token.substring(i + 1);
        assertThat(tokens.number(purpose, changed, NOW)).as(changed).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "AAAA", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "ÄÖ"})
  void whatIsNoTokenNamesNobody(String text) {
    for (Purpose purpose : Purpose.values()) {
      assertThat(tokens.number(purpose, text, NOW)).isEmpty();
      String token = tokens.token(purpose, 1, NOW);
      assertThat(tokens.number(purpose, token + "=", NOW)).isEmpty();
      assertThat(tokens.number(purpose, token.substring(1), NOW)).isEmpty();
      assertThat(tokens.number(purpose, token + token, NOW)).isEmpty();
    }
  }

  @Test
  void linksStandBelowTheBaseAddress() {
    for (String base :
        new String[] {"https://papers.example/list", "https://papers.example/list/"}) {
      Links links = new Links(URI.create(base), tokens);
      assertThat(links.unsubscribe(7))
          .hasToString(
              "https://papers.example/list/unsubscribe/" + tokens.token(UNSUBSCRIBE, 7, NOW));
      assertThat(links.preferences(7).getPath()).startsWith("/list/preferences/");
      assertThat(links.confirm(7, NOW).getPath()).startsWith("/list/confirm/");
    }
  }

  @Property(tries = 200)
  void anyTextIsReadWithoutFailing(@ForAll String text) {
    LinkTokens any = new LinkTokens(LinkKeyTest.KEY);
    assertThat(any.number(UNSUBSCRIBE, text, NOW)).isEmpty();
  }
}
