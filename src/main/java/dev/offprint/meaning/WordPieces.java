package dev.offprint.meaning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cuts text into the pieces of words that a BERT model in lower case was trained on: words at white
 * space and punctuation, without accents, and each word into the longest pieces that the vocabulary
 * has (Devlin et al., BERT, 2019, after Wu et al., 2016).
 */
final class WordPieces {
  // Longer ones are no words; the reference implementation draws the line here too.
  private static final int LONGEST_WORD = 100;
  private static final String CONTINUED = "##";

  private final Map<String, Integer> vocabulary;
  private final int unknown;
  private final int first;
  private final int last;

  WordPieces(Map<String, Integer> vocabulary) {
    this.vocabulary = Map.copyOf(vocabulary);
    unknown = special("[UNK]");
    first = special("[CLS]");
    last = special("[SEP]");
  }

  /**
   * Reads the vocabulary of a {@code tokenizer.json}.
   *
   * @throws IllegalArgumentException when the file holds none
   */
  static WordPieces read(Path file) throws IOException {
    Map<String, Integer> vocabulary = new HashMap<>();
    try {
      for (Map.Entry<String, JsonNode> piece :
          new JsonMapper().readTree(Files.readAllBytes(file)).at("/model/vocab").properties()) {
        vocabulary.put(piece.getKey(), piece.getValue().intValue());
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("it is not JSON", e);
    }
    return new WordPieces(vocabulary);
  }

  private int special(String piece) {
    Integer id = vocabulary.get(piece);
    if (id == null) {
      throw new IllegalArgumentException("its vocabulary has no " + piece);
    }
    return id;
  }

  /** The number that stands before every text. */
  int first() {
    return first;
  }

  /** The number that stands after every text. */
  int last() {
    return last;
  }

  /** The numbers of the pieces of a text, without the two that stand around it. */
  int[] of(String text) {
    Numbers numbers = new Numbers();
    StringTokenizer words = new StringTokenizer(apart(plain(text)), " ");
    while (words.hasMoreTokens()) {
      cut(words.nextToken(), numbers);
    }
    return numbers.all();
  }

  /** In lower case, without accents and control characters, white space as blanks. */
  private static String plain(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .flatMap(WordPieces::lowerCase)
        .filter(c -> c != 0xFFFD && Character.getType(c) != Character.NON_SPACING_MARK)
        .filter(c -> isWhite(c) || !isControl(c))
        .forEach(c -> kept.appendCodePoint(isWhite(c) ? ' ' : c));
    return kept.toString();
  }

  /** Each letter by itself: the vocabulary knows no other sigma at the end of a word. */
  private static IntStream lowerCase(int c) {
    return c < 128
        ? IntStream.of(Character.toLowerCase(c))
        : Character.toString(c).toLowerCase(Locale.ROOT).codePoints();
  }

  /** Blanks around every punctuation mark and every ideograph. */
  private static String apart(String plain) {
    StringBuilder spaced = new StringBuilder(2 * plain.length());
    plain
        .codePoints()
        .forEach(
            c -> {
              if (isPunctuation(c) || isIdeograph(c)) {
                spaced.append(' ').appendCodePoint(c).append(' ');
              } else {
                spaced.appendCodePoint(c);
              }
            });
    return spaced.toString();
  }

  private void cut(String word, Numbers numbers) {
    int start = 0;
    int before = numbers.size;
    boolean known = word.codePointCount(0, word.length()) <= LONGEST_WORD;
    while (known && start < word.length()) {
      int end = word.length();
      Integer id = null;
      while (end > start && id == null) {
        String piece = word.substring(start, end);
        id = vocabulary.get(start == 0 ? piece : CONTINUED + piece);
        if (id == null) {
          end = word.offsetByCodePoints(end, -1);
        }
      }
      if (id == null) {
        known = false;
      } else {
        numbers.add(id);
        start = end;
      }
    }
    if (!known) {
      numbers.size = before;
      numbers.add(unknown);
    }
  }

  private static boolean isWhite(int c) {
    return c == '\t' || c == '\n' || c == '\r' || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED;
  }

  private static boolean isPunctuation(int c) {
    if (c < 128) {
      return c > ' ' && c != 127 && !Character.isLetterOrDigit(c);
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static boolean isIdeograph(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x20000 && c <= 0x2CEAF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }

  /** Numbers in a growing array; a list would box each. */
  private static final class Numbers {
    private int[] numbers = new int[256];
    private int size;

    private void add(int number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = number;
    }

    private int[] all() {
      return Arrays.copyOf(numbers, size);
    }
  }
}
