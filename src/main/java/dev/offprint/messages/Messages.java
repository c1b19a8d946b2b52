package dev.offprint.messages;

import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.unbescape.html.HtmlEscape;

/**
 * The messages of one language; safe for use by many threads.
 *
 * <p>Messages are patterns of {@link MessageFormat}. Those whose key ends in {@value #HTML} are
 * HTML, and their arguments are escaped; those whose key begins with {@value #PATTERN} are patterns
 * of {@link DateTimeFormatter}.
 */
public final class Messages {
  /** How the key of a message ends that is HTML. */
  public static final String HTML = ".html";

  /** How the key of a day or time begins. */
  public static final String PATTERN = "pattern.";

  private static final class English {
    private static final Messages MESSAGES = new Messages("en", MessageFile.shipped("en").texts());
  }

  private final String language;
  private final Locale locale;
  private final Map<String, String> texts;
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
  private final Map<String, String> withoutArguments = new ConcurrentHashMap<>();
  private final Map<String, DateTimeFormatter> patterns = new ConcurrentHashMap<>();

  /**
   * @param language its tag (RFC 5646)
   * @param texts by key, all of those that English has
   */
  Messages(String language, Map<String, String> texts) {
    this.language = language;
    this.texts = Map.copyOf(texts);
    this.locale = Locale.forLanguageTag(texts.getOrDefault("language.locale", language));
  }

  /** Those that are always there. */
  public static Messages english() {
    return English.MESSAGES;
  }

  /** Its tag (RFC 5646). */
  public String language() {
    return language;
  }

  /** What it calls itself. */
  public String name() {
    return text("language.name");
  }

  /** The rules by which it writes numbers, days and lists. */
  public Locale locale() {
    return locale;
  }

  /** All messages by key, as their files have them. */
  public Map<String, String> texts() {
    return new TreeMap<>(texts);
  }

  public String text(Message message) {
    return text(message.key(), message.arguments().toArray());
  }

  /**
   * A message with its arguments.
   *
   * @throws IllegalArgumentException when there is no such message, or it does not take these
   */
  public String text(String key, Object... arguments) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("there is no message \"" + key + "\"");
    }
    if (key.startsWith(PATTERN)) {
      return patterns
          .computeIfAbsent(key, each -> DateTimeFormatter.ofPattern(text, locale))
          .format((TemporalAccessor) arguments[0]);
    }
    return arguments.length == 0
        ? withoutArguments.computeIfAbsent(key, each -> formatted(each, text))
        : formatted(key, text, arguments);
  }

  private String formatted(String key, String text, Object... arguments) {
    boolean html = key.endsWith(HTML);
    Object[] shown = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      shown[i] = shown(arguments[i], html);
    }
    MessageFormat format = formats.computeIfAbsent(key, each -> new MessageFormat(text, locale));
    synchronized (format) {
      return format.format(shown);
    }
  }

  private Object shown(Object argument, boolean html) {
    return switch (argument) {
      case Number number -> number;
      case List<?> list -> list.stream().map(each -> shown(each, html)).toList();
      case Message message when html && message.key().endsWith(HTML) -> text(message);
      case Message message -> escaped(text(message), html);
      case DayOfWeek day -> escaped(day.getDisplayName(TextStyle.FULL, locale), html);
      default -> escaped(argument.toString(), html);
    };
  }

  private static String escaped(String text, boolean html) {
    return html ? HtmlEscape.escapeHtml4Xml(text) : text;
  }
}
