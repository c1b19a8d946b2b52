package dev.offprint.cli.roster;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CsvFile;
import dev.offprint.cli.console.CsvRecords;
import dev.offprint.cli.console.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * People in a file, whoever wrote it, which its first line tells.
 *
 * @param columns of a table, in order; null for one that is not taken in; empty for other files
 * @param notTaken the names of the columns that nothing is made of
 */
public record RosterFile(
    RosterText text,
    Form form,
    Program program,
    List<Optional<Column>> columns,
    List<String> notTaken) {
  private static final Set<String> LISTMONK = Set.of("uuid", "email", "status", "attributes");

  /** How records stand in the file. */
  enum Form {
    NAMED_COLUMNS,
    UNNAMED_COLUMNS,
    ADDRESSES,
    DOCUMENTS
  }

  /**
   * Opens a file, or standard input.
   *
   * @param told its encoding; null for what it seems to be
   * @throws CommandFailure when it cannot be read, or holds no people
   */
  public static RosterFile open(Path file, @Nullable Charset told) {
    RosterText text = RosterText.of(file, told);
    return text.read(
        input -> {
          try (BufferedReader lines = text.lines(input)) {
            return of(text, lines);
          }
        });
  }

  /** What it was taken for. */
  public String words() {
    return program.words();
  }

  private static RosterFile of(RosterText text, BufferedReader lines) throws IOException {
    String first = lines.readLine();
    while (first != null && (first.isBlank() || AddressLine.isRemark(first))) {
      first = lines.readLine();
    }
    String start = first == null ? "" : first.strip();
    if (start.startsWith("{")) {
      return new RosterFile(
          text, Form.DOCUMENTS, DocumentLine.program(start), List.of(), List.of());
    }
    if (start.startsWith("[") || start.startsWith("<")) {
      throw text.failure(
          start.startsWith("[")
              ? "it is a JSON array; 'offprint subscribers export --jsonl' writes a document a"
                  + " line, which can be read"
              : "it is a page of HTML or XML, and no list of people");
    }
    if (AddressLine.matches(start)) {
      return new RosterFile(text, Form.ADDRESSES, Program.ADDRESSES, List.of(), List.of());
    }
    return table(text);
  }

  private static RosterFile table(RosterText text) {
    List<String> names = names(text);
    if (names.stream().anyMatch(name -> name.contains("@"))) {
      List<Optional<Column>> columns = new ArrayList<>();
      names.forEach(
          name ->
              columns.add(
                  name.contains("@") && !columns.contains(Optional.of(Column.ADDRESS))
                      ? Optional.of(Column.ADDRESS)
                      : Optional.empty()));
      return new RosterFile(text, Form.UNNAMED_COLUMNS, Program.ADDRESSES, columns, List.of());
    }
    List<Optional<Column>> columns = new ArrayList<>();
    Set<Column> found = EnumSet.noneOf(Column.class);
    List<String> notTaken = new ArrayList<>();
    for (String name : names) {
      Optional<Column> column = Column.named(name).filter(found::add);
      columns.add(column);
      if (column.isEmpty() && !name.isBlank()) {
        notTaken.add(name);
      }
    }
    if (!found.contains(Column.ADDRESS)) {
      throw text.failure(
          String.format(
              Locale.ROOT,
              "its first line is neither an address nor the names of columns with one called email"
                  + " or address: %s",
              Text.quoted(String.join(",", names))));
    }
    boolean listmonk = names.stream().map(Column::letters).toList().containsAll(LISTMONK);
    Program program =
        Column.areOurs(found) ? Program.OFFPRINT : listmonk ? Program.LISTMONK : Program.TABLE;
    return new RosterFile(text, Form.NAMED_COLUMNS, program, columns, notTaken);
  }

  private static List<String> names(RosterText text) {
    return text.read(
        input -> {
          CsvRecords records = new CsvRecords(text.lines(input));
          CsvFile.Row row = records.next().orElseThrow();
          try {
            return records.values(row);
          } catch (IllegalArgumentException e) {
            throw text.failure(
                String.format(Locale.ROOT, "line %d: %s", row.line(), e.getMessage()));
          }
        });
  }

  /** Reads one record after the other. */
  void each(Consumer<RosterLine> reader) {
    text.read(
        input -> {
          try (BufferedReader lines = text.lines(input)) {
            switch (form) {
              case ADDRESSES, DOCUMENTS -> eachLine(lines, reader);
              case NAMED_COLUMNS, UNNAMED_COLUMNS -> eachRecord(new CsvRecords(lines), reader);
            }
            return true;
          }
        });
  }

  private void eachLine(BufferedReader lines, Consumer<RosterLine> reader) throws IOException {
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank() && !(form == Form.ADDRESSES && AddressLine.isRemark(line))) {
        reader.accept(
            form == Form.ADDRESSES
                ? AddressLine.read(number, line)
                : DocumentLine.read(number, line));
      }
    }
  }

  private void eachRecord(CsvRecords records, Consumer<RosterLine> reader) throws IOException {
    if (form == Form.NAMED_COLUMNS) {
      records.next();
    }
    for (Optional<CsvFile.Row> next = records.next(); next.isPresent(); next = records.next()) {
      reader.accept(record(records, next.get()));
    }
  }

  private RosterLine record(CsvRecords records, CsvFile.Row row) {
    List<String> values;
    try {
      values = records.values(row);
    } catch (IllegalArgumentException e) {
      return RosterLine.broken(row.line(), String.valueOf(e.getMessage()));
    }
    if (form == Form.NAMED_COLUMNS && values.size() > columns.size()) {
      return RosterLine.broken(
          row.line(),
          String.format(
              Locale.ROOT,
              "it has %d values, and the first line names %d columns",
              values.size(),
              columns.size()));
    }
    Map<Column, String> named = new EnumMap<>(Column.class);
    for (int i = 0; i < Math.min(values.size(), columns.size()); i++) {
      String value = values.get(i);
      columns.get(i).ifPresent(column -> named.put(column, value));
    }
    return new RosterLine(row.line(), named, null);
  }
}
