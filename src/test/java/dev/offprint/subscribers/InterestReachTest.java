package dev.offprint.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterestReachTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          graph networks          | graph networks         | graph networks | NORMAL
          graph networks ~broad   | graph networks ~broad  | graph networks | BROAD
          graph networks~STRICT   | graph networks ~strict | graph networks | STRICT
          graph networks ~ broad  | graph networks ~broad  | graph networks | BROAD
          graph networks ~normal  | graph networks         | graph networks | NORMAL
          ~broad graph            | ~broad graph           | ~broad graph   | NORMAL
          x ~ y                   | x ~ y                  | x ~ y          | NORMAL
          """)
  void theEndOfALineSaysHowFarItReaches(String typed, String line, String text, Reach reach) {
    Interest interest = new Interest(typed);

    assertThat(interest.line()).isEqualTo(line);
    assertThat(interest.text()).isEqualTo(text);
    assertThat(interest.reach()).isEqualTo(reach);
    assertThat(new Interest(interest.line())).isEqualTo(interest);
  }

  @Test
  void aReachWithoutATextIsNoInterest() {
    assertThatThrownBy(() -> new Interest("~broad")).hasMessage("an interest is empty");
  }

  @Test
  void theReachCanBeChanged() {
    Interest broad = new Interest("graph networks").with(Reach.BROAD);

    assertThat(broad.line()).isEqualTo("graph networks ~broad");
    assertThat(broad.with(Reach.STRICT).line()).isEqualTo("graph networks ~strict");
    assertThat(broad.with(Reach.NORMAL).line()).isEqualTo("graph networks");
  }

  @Test
  void ofOneTextTheLastReachCounts() {
    Preferences preferences =
        new Preferences(
            Preferences.Content.MATCHING,
            List.of(new Interest("a"), new Interest("b"), new Interest("a ~broad")),
            10,
            Timing.usual(ZoneOffset.UTC),
            Preferences.Format.HTML);

    assertThat(preferences.interests())
        .containsExactly(new Interest("a ~broad"), new Interest("b"));
  }
}
