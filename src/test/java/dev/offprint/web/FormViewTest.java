package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormViewTest {
  @ParameterizedTest
  @CsvSource({"Etc/UTC, UTC", "Z, UTC", "UTC, UTC", "Europe/Oslo, Europe/Oslo", "+02:00, +02:00"})
  void aZoneIsCalledAsInTheListWhereItIsThere(ZoneId zone, String name) {
    assertThat(FormView.listed(zone)).isEqualTo(name);
  }
}
