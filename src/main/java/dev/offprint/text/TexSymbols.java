package dev.offprint.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The commands of TeX that are shown, from {@code tex-symbols.tsv}. */
final class TexSymbols {
  private static final Map<String, Symbol> ALL = read();

  private TexSymbols() {}

  /** What a command stands for and how it behaves. */
  enum SymbolClass {
    /** An ordinary symbol, such as a Greek letter. */
    SYMBOL,
    /** A relation or arrow, with a space on either side. */
    RELATION,
    /** An operator between two operands, spaced as the source spaced it. */
    BINARY,
    /** An operator that is written as a word, such as {@code log}. */
    NAME,
    /** A combining mark over the argument in mathematics. */
    MARK,
    /** A combining mark over a letter in text. */
    ACCENT,
    /** A letter of a European alphabet; white space after it belongs to the command. */
    LETTER,
    /** Shows its argument, which is mathematics. */
    STYLE,
    /** Shows its argument, which is text. */
    TEXT,
    /** Blackboard bold. */
    BOARD,
    /** Changes how what follows looks, and shows nothing. */
    SWITCH,
    /** Sets the size of the delimiter that follows, which may be a dot for none. */
    SIZE,
    /** White space. */
    SPACE,
    /** Needs code of its own. */
    CONSTRUCT
  }

  /**
   * One command.
   *
   * @param shown what is written for it; empty where the kind says all
   */
  record Symbol(SymbolClass kind, String shown) {}

  static @Nullable Symbol find(String name) {
    return ALL.get(name);
  }

  /** The Greek letter, or other single symbol, of that name; null for any other command. */
  static @Nullable String symbol(String name) {
    Symbol symbol = ALL.get(name);
    return symbol != null && symbol.kind() == SymbolClass.SYMBOL ? symbol.shown() : null;
  }

  private static Map<String, Symbol> read() {
    Map<String, Symbol> symbols = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    TexSymbols.class.getResourceAsStream("tex-symbols.tsv"), "tex-symbols.tsv"),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(
              field ->
                  symbols.put(
                      field[0],
                      new Symbol(
                          SymbolClass.valueOf(field[1].toUpperCase(Locale.ROOT)),
                          field.length > 2 ? field[2] : "")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(symbols);
  }
}
