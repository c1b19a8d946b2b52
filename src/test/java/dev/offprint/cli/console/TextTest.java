package dev.offprint.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.subscribers.Timing;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
  @Property
  void daysAreReadAsTheyAreWritten(@ForAll @NotEmpty Set<DayOfWeek> days) {
    assertThat(Weekdays.of(Weekdays.write(days)).days()).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"DAILY | daily", "fri-mon | mon,fri,sat,sun", "Monday, wed|mon,wed", "sat|sat"})
  void daysAreReadAsPeopleTypeThem(String typed, String written) {
    assertThat(Weekdays.write(Weekdays.of(typed).days())).isEqualTo(written);
  }

  @Test
  void allDaysAreDaily() {
    assertThat(Weekdays.of("mon-sun").days()).isEqualTo(Timing.DAILY);
  }

  @Property
  void noLineIsWiderThanAskedUnlessItIsOneWord(
      @ForAll String text, @ForAll @IntRange(min = 10, max = 80) int width) {
    assertThat(Text.wrap(text, width))
        .allMatch(line -> line.codePointCount(0, line.length()) <= width || !line.contains(" "));
    assertThat(Text.wrap(text, width, 2)).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void whatIsLeftOutIsMarkedBetweenWords() {
    assertThat(Text.wrap("one two three four five six", 9, 2))
        .isEqualTo(List.of("one two", "three …"));
  }
}
