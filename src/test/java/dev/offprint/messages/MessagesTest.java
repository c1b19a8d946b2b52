package dev.offprint.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.offprint.subscribers.Reach;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** The files of messages hold what templates and classes ask for, and nothing else. */
class MessagesTest {
  private static final Path TEMPLATES = Path.of("templates");
  private static final Path SOURCES = Path.of("src/main/java");

  /** Of these keys only the rest stands in the sources. */
  private static final List<String> BUILT = List.of("page.reach.", "problem.");

  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
  private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([A-Za-z0-9.-]+)");
  private static final Pattern IN_SOURCE =
      Pattern.compile("(?:Message\\.of|\\btext)\\(\\s*\"([a-z0-9-]+\\.[a-z0-9.-]*[a-z0-9-])\"");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9.-]+)\"");

  /** The bound of a choice, which is no markup. */
  private static final Pattern BOUND = Pattern.compile("(?<=[|,]\\d{1,9})<");

  static Collection<Messages> languages() {
    return Languages.shipped().all();
  }

  private static Map<String, String> english() {
    return Messages.english().texts();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void eachLanguageHasTheMessagesOfEnglishWithTheSameArguments(Messages messages) {
    assertThat(messages.texts()).containsOnlyKeys(english().keySet());
    messages
        .texts()
        .forEach(
            (key, text) ->
                assertThat(arguments(text))
                    .as(key)
                    .isEqualTo(arguments(Objects.requireNonNull(english().get(key)))));
  }

  /** Of two with the same key the first would never be seen. */
  @ParameterizedTest
  @MethodSource("languages")
  void eachKeyStandsOnce(Messages messages) {
    List<String> keys =
        read(Path.of(
                "src/main/resources/dev/offprint/messages", messages.language() + ".properties"))
            .lines()
            .filter(line -> !line.startsWith("#") && line.contains("="))
            .map(line -> line.substring(0, line.indexOf('=')))
            .toList();
    assertThat(keys).doesNotHaveDuplicates().hasSameSizeAs(messages.texts().keySet());
  }

  private static Set<String> arguments(String text) {
    return ARGUMENT
        .matcher(text)
        .results()
        .map(argument -> argument.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void eachMessageCanBeRead(Messages messages) {
    messages
        .texts()
        .forEach(
            (key, text) -> {
              assertThat(text).as(key).isNotBlank().isEqualTo(text.strip());
              if (key.startsWith(Messages.PATTERN)) {
                assertThatCode(() -> DateTimeFormatter.ofPattern(text, messages.locale()))
                    .as(key)
                    .doesNotThrowAnyException();
              } else {
                assertThatCode(() -> new MessageFormat(text, messages.locale()))
                    .as(key)
                    .doesNotThrowAnyException();
                // MessageFormat takes it for a quotation mark.
                assertThat(text).as(key).doesNotContain("'");
              }
            });
  }

  @ParameterizedTest
  @MethodSource("languages")
  void markupStandsWhereTheKeySaysSoAndIsWhole(Messages messages) {
    messages
        .texts()
        .forEach(
            (key, text) -> {
              String markup = BOUND.matcher(text).replaceAll("");
              if (key.endsWith(Messages.HTML)) {
                assertThatCode(() -> parse(markup)).as(key).doesNotThrowAnyException();
              } else {
                assertThat(markup).as(key).doesNotContainPattern("</?\\p{L}|&#?\\w+;");
              }
            });
  }

  private static void parse(String markup) throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader("<p>" + markup + "</p>")));
  }

  @Test
  void eachMessageThatIsAskedForIsThere() {
    assertThat(english()).containsKeys(asked().toArray(String[]::new));
  }

  private static Set<String> asked() {
    Set<String> asked = new TreeSet<>(found(IN_TEMPLATE, TEMPLATES));
    asked.addAll(found(IN_SOURCE, SOURCES));
    assertThat(asked).hasSizeGreaterThan(100);
    return asked;
  }

  @Test
  void eachMessageThatIsThereIsAskedFor() {
    Set<String> asked = asked();
    Set<String> literals = found(LITERAL, SOURCES);
    List<String> idle =
        english().keySet().stream()
            .filter(key -> !asked.contains(key) && !literals.contains(key))
            .filter(key -> !isBuilt(key, literals))
            .toList();
    assertThat(idle).isEmpty();
  }

  /** Such as {@code problem.gone.title} of {@code gone}, and the name of each reach. */
  private static boolean isBuilt(String key, Set<String> literals) {
    Set<String> names = new TreeSet<>(literals);
    Stream.of(Reach.values()).map(Reach::word).forEach(names::add);
    return BUILT.stream().anyMatch(key::startsWith)
        && Stream.of(key.split("\\.", -1)).skip(1).anyMatch(names::contains);
  }

  private static Set<String> found(Pattern pattern, Path folder) {
    Set<String> found = new TreeSet<>();
    for (Path file : files(folder, ".java", ".html", ".txt")) {
      pattern.matcher(read(file)).results().map(MessagesTest::first).forEach(found::add);
    }
    return found;
  }

  private static String first(MatchResult match) {
    return match.group(1);
  }

  private static List<Path> files(Path folder, String... endings) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> Stream.of(endings).anyMatch(path.toString()::endsWith))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** So that a template that is opened as it is shows what readers see. */
  @Test
  void templatesHoldTheEnglishMessages() {
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (Path file : files(TEMPLATES, ".html")) {
      for (Element element : Jsoup.parse(read(file)).getAllElements()) {
        for (Attribute attribute : element.attributes()) {
          List<String> texts = withoutArguments(attribute.getValue());
          if (attribute.getKey().startsWith("th:") && !texts.isEmpty()) {
            compared++;
            String sample = sample(element, attribute.getKey().substring(3));
            if (!texts.contains(sample)) {
              wrong.add(file + ": “" + sample + "” is none of " + texts);
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(compared).isGreaterThan(100);
  }

  private static String sample(Element element, String attribute) {
    return switch (attribute) {
      case "text" -> element.text();
      case "utext" -> element.html().replaceAll("\\s+", " ").strip();
      default -> element.attr(attribute);
    };
  }

  /** The English of a message, or of two to choose from; none when one of them has arguments. */
  private static List<String> withoutArguments(String expression) {
    String choice = "(?:[^#]*\\? )?";
    if (!expression.matches(choice + "#\\{[a-z0-9.-]+}(?: : #\\{[a-z0-9.-]+})?")) {
      return List.of();
    }
    return IN_TEMPLATE
        .matcher(expression)
        .results()
        .map(key -> Messages.english().text(first(key)))
        .toList();
  }
}
