package dev.offprint.cli.papers;

import dev.offprint.cli.console.InputFile;
import dev.offprint.cli.console.Installation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Interests as JSON Lines with {@code id} and {@code text}.
 *
 * @param setAside one line for each that cannot be used: where it stands and why
 */
record InterestLines(List<Entry> entries, List<String> setAside) {
  /** The most characters a text may have. */
  static final int LONGEST = 4_000;

  private static final JsonMapper JSON = new JsonMapper();
  // The run format has a blank between its columns.
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cntrl}]");

  /**
   * One interest.
   *
   * @param id without white space
   */
  record Entry(String id, String text) {}

  /** Reads a file, or standard input. */
  static InterestLines read(Path file) {
    String name = file.equals(Installation.STANDARD_INPUT) ? "standard input" : file.toString();
    return InputFile.read(file, input -> read(input, name));
  }

  private static InterestLines read(InputStream input, String name) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    List<Entry> entries = new ArrayList<>();
    List<String> setAside = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      // A byte order mark is no part of the first line.
      String json = number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
      if (!json.isBlank()) {
        try {
          Entry entry = entry(json);
          if (!ids.add(entry.id)) {
            throw new IllegalArgumentException("the id " + entry.id + " was there before");
          }
          entries.add(entry);
        } catch (IllegalArgumentException e) {
          setAside.add(String.format(Locale.ROOT, "%s, line %d: %s", name, number, e.getMessage()));
        }
      }
    }
    return new InterestLines(List.copyOf(entries), List.copyOf(setAside));
  }

  private static Entry entry(String line) {
    JsonNode record;
    try {
      record = JSON.readTree(line);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("it is not JSON", e);
    }
    if (!record.isObject()) {
      throw new IllegalArgumentException("it is not a JSON object");
    }
    String id = text(record, "id").strip();
    String text = text(record, "text");
    if (BLANK.matcher(id).find()) {
      throw new IllegalArgumentException("its id has white space");
    }
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "its text has %,d characters, and at most %,d are taken",
              text.length(),
              LONGEST));
    }
    return new Entry(id, text);
  }

  private static String text(JsonNode record, String field) {
    JsonNode value = record.path(field);
    boolean number = field.equals("id") && value.isNumber();
    if (!(value.isString() || number) || value.asString().isBlank()) {
      throw new IllegalArgumentException("it has no " + field);
    }
    return value.asString();
  }
}
