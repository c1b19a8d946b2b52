package dev.offprint.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Servers say what time it is. */
class ServerTimesTest {
  private static final URI ARCHIVE = URI.create("https://archive.example/list");
  private static final URI BLOG = URI.create("https://blog.example/feed");

  private final ServerTimes times = new ServerTimes(() -> Instant.parse("2026-03-04T07:00:00Z"));

  private static HttpHeaders headers(Map<String, String> fields) {
    Map<String, List<String>> all = new java.util.HashMap<>();
    fields.forEach((name, value) -> all.put(name, List.of(value)));
    return HttpHeaders.of(all, (name, value) -> true);
  }

  private static HttpHeaders date(String date) {
    return headers(Map.of("Date", date));
  }

  @Test
  void theNearestCountsSoThatOneWrongServerDoesNoHarm() {
    times.saw(BLOG, date("Mon, 04 Mar 2019 07:00:00 GMT"));
    assertThat(times.nearest().orElseThrow().host()).isEqualTo("blog.example");
    times.saw(ARCHIVE, date("Wed, 04 Mar 2026 07:00:02 GMT"));
    assertThat(times.nearest().orElseThrow())
        .isEqualTo(new ServerTimes.Difference("archive.example", Duration.ofSeconds(2)));
    times.forget();
    assertThat(times.nearest()).isEmpty();
  }

  @Test
  void aCacheSaysHowOldItsAnswerIs() {
    times.saw(ARCHIVE, headers(Map.of("Date", "Wed, 04 Mar 2026 06:00:00 GMT", "Age", "3600")));
    assertThat(times.nearest().orElseThrow().ahead()).isZero();
  }

  @Test
  void whatIsNotSecureOrNoDateSaysNothing() {
    times.saw(URI.create("http://archive.example/"), date("Wed, 04 Mar 2026 07:00:02 GMT"));
    times.saw(ARCHIVE, date("yesterday"));
    times.saw(ARCHIVE, headers(Map.of()));
    times.saw(ARCHIVE, headers(Map.of("Age", "x", "Date", "")));
    assertThat(times.nearest()).isEmpty();
  }
}
