package dev.offprint.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/**
 * Where a server takes mail without encryption and throws it away.
 *
 * @param port 0 to 65,535
 */
record SinkAddress(String host, int port) {
  private static final Pattern ADDRESS = Pattern.compile("(.+):(\\d{1,5})");
  private static final int LAST_PORT = 65_535;

  /**
   * Reads {@code HOST:PORT}.
   *
   * @throws IllegalArgumentException with words for whoever typed it
   */
  static SinkAddress of(String text) {
    Matcher address = ADDRESS.matcher(text);
    if (!address.matches() || Integer.parseInt(address.group(2)) > LAST_PORT) {
      throw new IllegalArgumentException("it must be a host and a port, such as 127.0.0.1:2525");
    }
    return new SinkAddress(address.group(1), Integer.parseInt(address.group(2)));
  }

  /** Reads it from an argument. */
  static final class Converter implements CommandLine.ITypeConverter<SinkAddress> {
    @Override
    public SinkAddress convert(String text) {
      try {
        return of(text);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
