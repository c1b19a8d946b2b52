package dev.offprint.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CachedTest {
  private final AtomicLong nanoseconds = new AtomicLong(Long.MAX_VALUE - 5);
  private Duration takes = Duration.ZERO;
  private boolean fails;
  private int read;
  private final Cached<Integer> cached =
      new Cached<>(this::read, Duration.ofSeconds(5), nanoseconds::get);

  private Integer read() {
    read++;
    pass(takes);
    if (fails) {
      throw new IllegalStateException("no answer");
    }
    return read;
  }

  private void pass(Duration time) {
    nanoseconds.addAndGet(time.toNanos());
  }

  @Test
  void aValueIsKeptForAWhile() {
    assertThat(cached.get()).isEqualTo(1);
    pass(Duration.ofMillis(4_999));
    assertThat(cached.get()).isEqualTo(1);
    pass(Duration.ofMillis(1));
    assertThat(cached.get()).isEqualTo(2);
  }

  @Test
  void whatTakesLongIsKeptForLonger() {
    takes = Duration.ofSeconds(2);
    cached.get();
    pass(Duration.ofSeconds(39));
    assertThat(cached.get()).isEqualTo(1);
    pass(Duration.ofSeconds(1));
    assertThat(cached.get()).isEqualTo(2);
  }

  @Test
  void whoeverAsksForLessFreshGetsWhatIsThere() {
    cached.get();
    pass(Duration.ofMinutes(9));
    assertThat(cached.get(Duration.ofMinutes(10))).isEqualTo(1);
    assertThat(cached.get()).isEqualTo(2);
  }

  @Test
  void aFailureIsKeptAsWell() {
    fails = true;
    assertThatThrownBy(cached::get).hasMessage("no answer");
    assertThatThrownBy(cached::get).hasMessage("no answer");
    assertThat(read).isEqualTo(1);
    fails = false;
    pass(Duration.ofSeconds(5));
    assertThat(cached.get()).isEqualTo(2);
  }
}
