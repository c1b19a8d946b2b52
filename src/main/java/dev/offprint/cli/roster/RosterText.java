package dev.offprint.cli.roster;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.InputFile;
import dev.offprint.cli.console.Installation;
import dev.offprint.cli.console.Text;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file, read through once before anything is made of it, so that one that is no text
 * changes nothing.
 */
final class RosterText {
  private final Path file;

  /** Standard input, which cannot be read twice; null for a file. */
  private final byte @Nullable [] bytes;

  private final Charset encoding;

  private RosterText(Path file, byte @Nullable [] bytes, Charset encoding) {
    this.file = file;
    this.bytes = bytes;
    this.encoding = encoding;
  }

  /**
   * Finds out how it is written.
   *
   * @param told the encoding that the operator names; null for UTF-8, or UTF-16 with its mark
   * @throws CommandFailure when it cannot be read, or is not in that encoding
   */
  static RosterText of(Path file, @Nullable Charset told) {
    byte @Nullable [] bytes =
        file.equals(Installation.STANDARD_INPUT)
            ? InputFile.read(file, InputStream::readAllBytes)
            : null;
    RosterText unmarked = new RosterText(file, bytes, told == null ? StandardCharsets.UTF_8 : told);
    RosterText text =
        told == null && unmarked.isMarkedWide()
            ? new RosterText(file, bytes, StandardCharsets.UTF_16)
            : unmarked;
    text.check();
    return text;
  }

  Path file() {
    return file;
  }

  CommandFailure failure(String why) {
    return CommandFailure.failed(
        String.format(Locale.ROOT, "%s: %s; nothing was changed", Text.file(file), why));
  }

  /** Reads it from the beginning, without a byte order mark. */
  <T> T read(InputFile.Reading<T> reading) {
    if (bytes == null) {
      return InputFile.read(file, reading);
    }
    try (InputStream input = new ByteArrayInputStream(bytes)) {
      return reading.of(input);
    } catch (IOException e) {
      throw failure("it cannot be read: " + e.getMessage());
    }
  }

  /** Its lines, decoded. */
  BufferedReader lines(InputStream input) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(input, encoding.newDecoder()));
    lines.mark(1);
    if (lines.read() != '\uFEFF') {
      lines.reset();
    }
    return lines;
  }

  private boolean isMarkedWide() {
    byte[] start = read(input -> input.readNBytes(4));
    if (start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] < 9) {
      throw failure("it is a spreadsheet or an archive; save the table as CSV");
    }
    return start.length >= 2
        && ((start[0] == (byte) 0xff && start[1] == (byte) 0xfe)
            || (start[0] == (byte) 0xfe && start[1] == (byte) 0xff));
  }

  private void check() {
    if (!read(this::isFilled)) {
      throw failure("there is nothing in it");
    }
  }

  private boolean isFilled(InputStream input) throws IOException {
    boolean filled = false;
    try (BufferedReader lines = lines(input)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.indexOf('\0') >= 0) {
          throw failure("it is not a text file");
        }
        filled |= !line.isBlank();
      }
      return filled;
    } catch (CharacterCodingException e) {
      throw failure(misread());
    }
  }

  private String misread() {
    int line = encoding.equals(StandardCharsets.UTF_8) ? firstMisread() : 0;
    return String.format(
        Locale.ROOT,
        "%sit is not %s; say how it is written with --encoding, such as --encoding windows-1252 for"
            + " what older Windows programs write",
        line == 0 ? "" : String.format(Locale.ROOT, "line %d: ", line),
        encoding.name());
  }

  private int firstMisread() {
    return read(
        input -> {
          BufferedReader octets =
              new BufferedReader(new InputStreamReader(input, StandardCharsets.ISO_8859_1));
          int number = 1;
          for (String line = octets.readLine();
              line != null && isUtf8(line.getBytes(StandardCharsets.ISO_8859_1));
              line = octets.readLine()) {
            number++;
          }
          return number;
        });
  }

  private static boolean isUtf8(byte[] line) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
