package dev.offprint.cli;

import dev.offprint.cli.console.Day;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.console.TimingText;
import dev.offprint.cli.console.Weekdays;
import dev.offprint.cli.papers.MatchCommand;
import dev.offprint.groups.Group;
import dev.offprint.ledger.Delivery;
import dev.offprint.papers.PaperId;
import dev.offprint.smtp.dkim.DkimAlgorithm;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Reach;
import dev.offprint.subscribers.Subscriber;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How arguments become values; each gives its own reason when it cannot be one. */
final class Converters {
  private Converters() {}

  static void register(CommandLine commands) {
    commands.registerConverter(Day.class, reading(Day::of));
    commands.registerConverter(EmailAddress.class, reading(EmailAddress::of));
    commands.registerConverter(Interest.class, reading(Interest::new));
    commands.registerConverter(PaperId.class, reading(PaperId::of));
    commands.registerConverter(LocalTime.class, reading(TimingText::time));
    commands.registerConverter(ZoneId.class, reading(TimingText::zone));
    commands.registerConverter(Weekdays.class, reading(Weekdays::of));
    commands.registerConverter(DayOfWeek.class, reading(Weekdays::one));
    commands.registerConverter(Integer.class, reading(Converters::number));
    commands.registerConverter(int.class, reading(Converters::number));
    commands.registerConverter(long.class, reading(Converters::id));
    commands.registerConverter(Format.class, reading(text -> constant(Format.class, text)));
    commands.registerConverter(Reach.class, reading(text -> constant(Reach.class, text)));
    commands.registerConverter(
        Delivery.Status.class, reading(text -> constant(Delivery.Status.class, text)));
    commands.registerConverter(
        Subscriber.Status.class, reading(text -> constant(Subscriber.Status.class, text)));
    commands.registerConverter(
        Group.Access.class, reading(text -> constant(Group.Access.class, text)));
    commands.registerConverter(
        MatchCommand.Format.class, reading(text -> constant(MatchCommand.Format.class, text)));
    commands.registerConverter(
        DkimAlgorithm.class, reading(text -> constant(DkimAlgorithm.class, text)));
    commands.registerConverter(Path.class, reading(Converters::path));
  }

  /** Keeps the reason that the domain gives; picocli would wrap it in its own words. */
  private static <T> ITypeConverter<T> reading(Function<String, T> reader) {
    return text -> {
      try {
        return reader.apply(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    };
  }

  private static Integer number(String text) {
    try {
      return Integer.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a whole number is needed", e);
    }
  }

  private static Long id(String text) {
    try {
      return Long.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a whole number is needed", e);
    }
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("it cannot be the name of a file", e);
    }
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    E[] all = type.getEnumConstants();
    return Arrays.stream(all)
        .filter(constant -> Text.word(constant).equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "it must be one of "
                        + Arrays.stream(all).map(Text::word).collect(Collectors.joining(", "))));
  }
}
