package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.messages.Languages;
import dev.offprint.web.http.FormFields;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormViewTest {
  @ParameterizedTest
  @CsvSource({"Etc/UTC, UTC", "Z, UTC", "UTC, UTC", "Europe/Oslo, Europe/Oslo", "+02:00, +02:00"})
  void aZoneIsCalledAsInTheListWhereItIsThere(ZoneId zone, String name) {
    assertThat(FormView.listed(zone)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-15T12:00:00Z, Oslo (UTC+01:00)",
    "2026-07-15T12:00:00Z, Oslo (UTC+02:00)",
  })
  void aZoneIsShownWithItsOffsetAsItIsNow(Instant now, String shown) {
    String view =
        FormView.of(new FormFields(Map.of()), Map.of(), Languages.shipped(), now).toString();
    assertThat(view).contains(shown, "Reykjavik (UTC+00:00)", "Kolkata (UTC+05:30)", "city=UTC");
  }
}
