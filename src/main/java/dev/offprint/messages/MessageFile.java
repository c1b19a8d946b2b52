package dev.offprint.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of messages: properties in UTF-8 (java.util.Properties).
 *
 * @param name as it is told to the operator
 * @param content as it stands there
 * @param texts by key
 */
record MessageFile(String name, String content, Map<String, String> texts) {
  /** MessageFormat takes it for a quotation mark, and shows neither it nor what is behind it. */
  private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')(?:'')*'(?!')");

  private static final Pattern LOCALE =
      Pattern.compile("[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\\d{3}))?");

  MessageFile {
    texts = Map.copyOf(texts);
  }

  /** The file of a language that Offprint comes with. */
  static MessageFile shipped(String language) {
    String name = language + ".properties";
    try (InputStream file = MessageFile.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the messages " + name + " are missing from this build");
      }
      return read(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The operator's file of a language.
   *
   * @throws BrokenMessages when it cannot be read
   */
  static MessageFile read(Path file) {
    try {
      return read(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new BrokenMessages(file + ": it is not in UTF-8");
    } catch (IOException e) {
      throw new BrokenMessages(file + ": it cannot be read (" + e.getMessage() + ")");
    }
  }

  private static MessageFile read(String name, String written) {
    // A file from Windows may begin with a mark of its encoding.
    String content = written.startsWith("\uFEFF") ? written.substring(1) : written;
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(content));
    } catch (IOException | IllegalArgumentException e) {
      throw new BrokenMessages(name + ": " + e.getMessage());
    }
    Map<String, String> texts = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return new MessageFile(name, content, texts);
  }

  /**
   * Checks each message against the one of English.
   *
   * @throws BrokenMessages for the first that is unknown, cannot be read, or has an argument that
   *     English does not give
   */
  void check(Map<String, String> english) {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      String original = english.get(text.getKey());
      if (original == null) {
        throw broken(text.getKey(), "there is no message of this name");
      }
      String problem = problem(text.getKey(), text.getValue(), original);
      if (problem != null) {
        throw broken(text.getKey(), problem);
      }
    }
  }

  private static @Nullable String problem(String key, String text, String original) {
    if (text.isBlank()) {
      return "it is empty";
    }
    if (key.equals("language.direction") && !text.equals("ltr") && !text.equals("rtl")) {
      return "it must be ltr or rtl";
    }
    if (key.equals("language.locale") && !LOCALE.matcher(text).matches()) {
      return "it must be a language and a country, such as fr-FR";
    }
    try {
      if (key.startsWith(Messages.PATTERN)) {
        var _ = DateTimeFormatter.ofPattern(text, Locale.ROOT);
        return null;
      }
      if (LONE_APOSTROPHE.matcher(text).find()) {
        return "an apostrophe is written ’, or twice";
      }
      int given = arguments(original);
      int arguments = arguments(text);
      return arguments <= given
          ? null
          : "it asks for {"
              + (arguments - 1)
              + "}, and English has "
              + (given == 0 ? "no arguments" : "{" + (given - 1) + "} as its last");
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** How many arguments a pattern takes. */
  private static int arguments(String text) {
    return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
  }

  private BrokenMessages broken(String key, String why) {
    Integer line = line(key);
    return new BrokenMessages(
        name + (line == null ? "" : ", line " + line) + ": " + key + ": " + why);
  }

  private @Nullable Integer line(String key) {
    Pattern begins = Pattern.compile("^\\s*" + Pattern.quote(key) + "(?:\\s*[=:\\s].*)?");
    List<String> lines = content.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (begins.matcher(lines.get(i)).matches()) {
        return i + 1;
      }
    }
    return null;
  }
}
