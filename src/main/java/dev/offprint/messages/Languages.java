package dev.offprint.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The languages that readers can choose from: those that Offprint comes with, with what the
 * operator's files say otherwise, and those that the operator adds.
 */
public final class Languages {
  /** Those that Offprint comes with. */
  private static final List<String> SHIPPED = List.of("en", "de");

  private static final Pattern FILE =
      Pattern.compile("([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\\.properties");
  private static final Languages OF_OFFPRINT = new Languages(Map.of());

  private final Map<String, Messages> byLanguage = new TreeMap<>();

  private Languages(Map<String, MessageFile> files) {
    Map<String, String> english = Messages.english().texts();
    TreeSet<String> all = new TreeSet<>(SHIPPED);
    all.addAll(files.keySet());
    for (String language : all) {
      Map<String, String> texts = new TreeMap<>();
      if (SHIPPED.contains(language)) {
        texts.putAll(MessageFile.shipped(language).texts());
      }
      MessageFile file = files.get(language);
      if (file != null) {
        file.check(english);
        texts.putAll(file.texts());
        TreeSet<String> missing = new TreeSet<>(english.keySet());
        missing.removeAll(texts.keySet());
        if (!missing.isEmpty()) {
          throw new BrokenMessages(
              String.format(
                  Locale.ROOT,
                  "%s: %d messages are missing, the first is %s",
                  file.name(),
                  missing.size(),
                  missing.getFirst()));
        }
      }
      byLanguage.put(language, new Messages(language, texts));
    }
  }

  /** Those that Offprint comes with. */
  public static Languages shipped() {
    return OF_OFFPRINT;
  }

  /**
   * Those, and what the operator's folder has; it need not exist. A file is named as its language,
   * such as {@code fr.properties}.
   *
   * @throws BrokenMessages for the first file that cannot be used
   */
  public static Languages in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return OF_OFFPRINT;
    }
    Map<String, MessageFile> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.sorted().toList()) {
        String name = path.getFileName().toString();
        if (!name.endsWith(".properties")) {
          continue;
        }
        var language = FILE.matcher(name);
        if (!language.matches()) {
          throw new BrokenMessages(
              path + ": the name must be that of a language, such as fr.properties");
        }
        files.put(language.group(1), MessageFile.read(path));
      }
    } catch (IOException e) {
      throw new BrokenMessages(folder + ": it cannot be read (" + e.getMessage() + ")");
    }
    return files.isEmpty() ? OF_OFFPRINT : new Languages(files);
  }

  /** All of them, by their tags. */
  public Collection<Messages> all() {
    return List.copyOf(byLanguage.values());
  }

  public boolean has(String language) {
    return byLanguage.containsKey(language);
  }

  /** The tag of a language as its file has it; tags have no case (RFC 5646, section 2.1.1). */
  public Optional<String> tag(String typed) {
    return byLanguage.keySet().stream().filter(typed::equalsIgnoreCase).findAny();
  }

  /** The messages of a language; English where there are none. */
  public Messages of(String language) {
    Messages messages = byLanguage.get(language);
    return messages != null ? messages : of(Locale.forLanguageTag(language));
  }

  private Messages of(Locale locale) {
    Messages messages = byLanguage.get(locale.getLanguage());
    return messages != null ? messages : byLanguage.getOrDefault("en", Messages.english());
  }

  /**
   * The language that suits best whoever asks for a page; English where none does.
   *
   * @param accepted the header field {@code Accept-Language} (RFC 9110, section 12.5.4); possibly
   *     empty
   */
  public Messages accepted(String accepted) {
    if (accepted.isBlank() || accepted.length() > 200) {
      return of("en");
    }
    try {
      String tag = Locale.lookupTag(Locale.LanguageRange.parse(accepted), byLanguage.keySet());
      return of(tag == null ? "en" : tag);
    } catch (IllegalArgumentException e) {
      // Programs send all kinds of things.
      return of("en");
    }
  }
}
