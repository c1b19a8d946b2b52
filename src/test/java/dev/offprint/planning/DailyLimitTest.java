package dev.offprint.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.offprint.config.SmtpConfiguration;
import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** How many are mailed on a day while a sender is new. */
class DailyLimitTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 5, 4);

  private static DailyLimit configured(int daily, String from, int growth) {
    return DailyLimit.of(new SmtpConfiguration.Limits(0, 0, 0, 0, daily, from, growth));
  }

  @Example
  void itGrowsFromDayToDayAndIsRoundedDown() {
    DailyLimit limit = configured(500, "2026-05-04", 50);
    assertThat(limit.on(FIRST.minusDays(1))).isEqualTo(500);
    assertThat(limit.on(FIRST)).isEqualTo(500);
    assertThat(limit.on(FIRST.plusDays(1))).isEqualTo(750);
    assertThat(limit.on(FIRST.plusDays(2))).isEqualTo(1_125);
    assertThat(limit.on(FIRST.plusDays(3))).isEqualTo(1_687);
    assertThat(limit.on(FIRST.plusDays(9))).isEqualTo(19_221);
    assertThat(limit.on(FIRST.plusDays(10))).isEqualTo(28_832);
    // As floating numbers, 100 times 1.15 is less than 115.
    assertThat(configured(100, "2026-05-04", 15).on(FIRST.plusDays(1))).isEqualTo(115);
  }

  @Example
  void withoutAFirstDayItIsTheSameOnAllDaysAndWithoutANumberThereIsNone() {
    assertThat(configured(500, "", 50).on(FIRST.plusDays(99))).isEqualTo(500);
    assertThat(configured(500, "2026-05-04", 0).on(FIRST.plusDays(99))).isEqualTo(500);
    DailyLimit none = configured(0, "2026-05-04", 50);
    assertThat(none.isNone()).isTrue();
    assertThat(none.on(FIRST)).isEqualTo(Integer.MAX_VALUE);
    assertThatIllegalArgumentException().isThrownBy(() -> new DailyLimit(-1, null, 50));
  }

  @Example
  void aRampIsOverWhenItHasPassedAllThatCanBeConfigured() {
    DailyLimit limit = configured(500, "2026-05-04", 50);
    assertThat(limit.on(FIRST.plusDays(24))).isLessThan(10_000_000);
    assertThat(limit.isOver(FIRST.plusDays(24))).isFalse();
    assertThat(limit.on(FIRST.plusDays(25))).isBetween(10_000_001, 20_000_000);
    assertThat(limit.isOver(FIRST.plusDays(25))).isTrue();
    assertThat(configured(10_000_000, "2026-05-04", 0).isOver(FIRST.plusDays(25))).isFalse();
    assertThat(DailyLimit.NONE.isOver(FIRST)).isFalse();
  }

  @Example
  void itKnowsTheDayThatHasRoomForAll() {
    DailyLimit limit = configured(500, "2026-05-04", 50);
    assertThat(limit.admits(20_000, FIRST)).contains(LocalDate.of(2026, 5, 14));
    assertThat(limit.admits(20_000, FIRST.minusDays(30))).contains(LocalDate.of(2026, 5, 14));
    assertThat(limit.admits(20_000, FIRST.plusDays(30))).contains(FIRST.plusDays(30));
    assertThat(limit.admits(500, FIRST.minusDays(30))).contains(FIRST.minusDays(30));
    assertThat(configured(500, "", 50).admits(501, FIRST)).isEmpty();
    assertThat(configured(500, "2026-05-04", 0).admits(501, FIRST)).isEmpty();
  }

  @Property(tries = 300, seed = "2026")
  void itIsNeverLessThanOnTheDayBeforeOrTheFirst(
      @ForAll @IntRange(min = 1) int daily,
      @ForAll @IntRange(max = 1_000) int growth,
      @ForAll @IntRange(min = -100, max = 10_000) int days) {
    DailyLimit limit = new DailyLimit(daily, FIRST, growth);
    assertThat(limit.on(FIRST.plusDays(days)))
        .isGreaterThanOrEqualTo(daily)
        .isLessThanOrEqualTo(limit.on(FIRST.plusDays(days + 1L)));
  }

  @Property(tries = 100, seed = "2026")
  void byOnePercentItReachesTheGreatestNumberBeforeTheRampIsCutOff(
      @ForAll @IntRange(min = 1, max = 9) int daily, @ForAll @IntRange(min = 1) int growth) {
    assertThat(new DailyLimit(daily, FIRST, Math.min(growth, 1_000)).on(FIRST.plusDays(10_000)))
        .isEqualTo(Integer.MAX_VALUE);
    assertThat(new DailyLimit(daily, LocalDate.MIN, 1).on(LocalDate.MAX))
        .isEqualTo(Integer.MAX_VALUE);
  }
}
