package dev.offprint.cli.deliveries;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.console.TimingText;
import dev.offprint.subscribers.Subscriber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Keeps a day that is still to come from being used up: there is one edition for each reader and
 * day, and its papers are not all there before the day begins where the reader is.
 */
final class BegunDay {
  private BegunDay() {}

  /**
   * Those for whom a day has begun; the others are named by their number.
   *
   * @throws CommandFailure when it has begun for none of them
   */
  static List<Subscriber> readers(
      List<Subscriber> readers, LocalDate day, Instant now, Console console) {
    List<Subscriber> begun =
        readers.stream()
            .filter(
                reader ->
                    !day.isAfter(now.atZone(reader.preferences().timing().zone()).toLocalDate()))
            .toList();
    int others = readers.size() - begun.size();
    if (others > 0 && begun.isEmpty()) {
      throw CommandFailure.failed(
          String.format(
              Locale.ROOT,
              "%s is still to come in every reader's time zone, and an edition is made on its"
                  + " day; --dry-run shows what it would be made of today",
              TimingText.day(day)));
    }
    if (others > 0) {
      console.note(
          String.format(
              Locale.ROOT,
              "%s is still to come for %s, for whom nothing is planned.",
              TimingText.day(day),
              Text.count(others, "reader")));
    }
    return begun;
  }
}
