package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
class ServiceNotificationTest {
  private static final long PROCESS = 77;

  private static ServiceNotification notification(String socket, String microseconds) {
    return ServiceNotification.of(
        Map.of("NOTIFY_SOCKET", socket, "WATCHDOG_USEC", microseconds), PROCESS);
  }

  @Test
  void aManagerHearsThatTheDaemonIsReadyWorksAndStops(@TempDir Path folder) {
    String name = folder.resolve("notify").toString();
    try (ReceivingSocket manager = new ReceivingSocket(name)) {
      try (ServiceNotification notification = notification(name, "120000000")) {
        notification.ready(Optional::empty);
        assertThat(manager.next()).isEqualTo("READY=1");
        assertThat(manager.next()).isEqualTo("WATCHDOG=1");
      }
      assertThat(manager.next()).isEqualTo("STOPPING=1");
    }
  }

  @Test
  void aSocketMayBeInTheAbstractNamespace() {
    String name = "@offprint-test-" + UUID.randomUUID();
    try (ReceivingSocket manager = new ReceivingSocket(name);
        ServiceNotification notification =
            ServiceNotification.of(Map.of("NOTIFY_SOCKET", name), 1)) {
      notification.ready(Optional::empty);
      assertThat(manager.next()).isEqualTo("READY=1");
    }
  }

  @Test
  void aDaemonThatDoesNotWorkIsSilent(@TempDir Path folder) throws Exception {
    String name = folder.resolve("notify").toString();
    CountDownLatch asked = new CountDownLatch(4);
    try (ReceivingSocket manager = new ReceivingSocket(name)) {
      try (ServiceNotification notification = notification(name, "2000")) {
        notification.ready(
            () -> {
              asked.countDown();
              return asked.getCount() == 3 ? Optional.empty() : Optional.of("it hangs");
            });
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(List.of(manager.next(), manager.next(), manager.next()))
          .containsExactly("READY=1", "WATCHDOG=1", "STOPPING=1");
    }
  }

  @Test
  void withoutAManagerNothingIsToldAndNothingIsAsked() {
    CountDownLatch asked = new CountDownLatch(1);
    try (ServiceNotification notification =
        ServiceNotification.of(Map.of("WATCHDOG_USEC", "2000"), PROCESS)) {
      notification.ready(
          () -> {
            asked.countDown();
            return Optional.empty();
          });
    }
    assertThat(asked.getCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"relative", "vsock:2:1234", "/nobody/listens/here"})
  void aManagerThatCannotBeReachedStopsNothing(String name) {
    try (ServiceNotification notification = notification(name, "2000")) {
      notification.ready(Optional::empty);
    }
  }

  @Test
  void aNameThatIsTooLongForASocketIsRefused() {
    new NotifySocket("/" + "n".repeat(106));
    assertThatThrownBy(() -> new NotifySocket("/" + "n".repeat(107)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theManagerIsToldTwiceWithinItsTime() {
    assertThat(pace(Map.of("WATCHDOG_USEC", "120000000"))).hasValue(Duration.ofMinutes(1));
    assertThat(pace(Map.of("WATCHDOG_USEC", "120000000", "WATCHDOG_PID", "77")))
        .hasValue(Duration.ofMinutes(1));
    assertThat(pace(Map.of("WATCHDOG_USEC", "120000000", "WATCHDOG_PID", "78"))).isEmpty();
    assertThat(pace(Map.of())).isEmpty();
    for (String senseless : List.of("", "0", "1", "-5", "soon", "9".repeat(30))) {
      assertThat(pace(Map.of("WATCHDOG_USEC", senseless))).as(senseless).isEmpty();
    }
  }

  private static Optional<Duration> pace(Map<String, String> environment) {
    return ServiceNotification.pace(environment, PROCESS);
  }
}
