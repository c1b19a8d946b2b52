package dev.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody takes for an interest gets a clear answer. */
class OddInterestsTest {
  private final Session session = new Session();

  private static String[] thousand(String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    for (int number = 0; number < 1_000; number++) {
      arguments.add("--interest=robot " + number);
    }
    return arguments.toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*           | there is no word in it to look for",
        "((((        | there is no word in it to look for",
        "the of and  | it has only common words",
        "-cat:cs.LG  | it only says what to leave out"
      })
  void oneThatCanNeverMatchIsTakenAndToldOf(String line, String why) {
    String note = "the interest '" + line + "' will never match: " + why;
    assertThat(session.run("subscribers", "add", "ada@example.org", "--interest=" + line)).isZero();
    assertThat(session.err).hasLineCount(1).startsWith(note);
    assertThat(session.run("preview", "--interest=" + line)).isZero();
    assertThat(session.err).hasLineCount(1).startsWith(note);
    assertThat(session.out).startsWith("There would be no mail: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a* b* c*", "图神经网络", "الشبكات العصبية", "🚀", "rob\u0007ots\u001b[31m"})
  void oneInAnyScriptIsTakenAsItStands(String line) {
    assertThat(session.run("subscribers", "add", "ada@example.org", "--interest=" + line)).isZero();
    assertThat(session.err.lines())
        .allMatch(note -> note.contains("most abstracts are in English"));
    assertThat(
            session
                .features
                .subscribers
                .find(EmailAddress.of("ada@example.org"))
                .orElseThrow()
                .preferences()
                .interests())
        .containsExactly(new Interest(line));
    assertThat(session.run("subscribers", "show", "ada@example.org")).isZero();
    assertThat(session.out.replace("\n", "")).doesNotContainPattern("\\p{Cntrl}");
    assertThat(session.run("preview", "--interest=" + line)).isZero();
    assertThat(session.out).startsWith("There would be no mail: ");
  }

  @Test
  void oneThatIsTooLongOrEmptyIsRefusedInOneLine() {
    for (String[] command :
        List.of(new String[] {"preview"}, new String[] {"subscribers", "add", "ada@example.org"})) {
      refused("an interest has 10,000 characters, and at most 500", command, "x".repeat(10_000));
      refused("an interest is empty", command, "\u0001\u0002");
    }
    assertThat(session.features.subscribers.all()).isEmpty();
  }

  private void refused(String why, String[] command, String interest) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.add("--interest=" + interest);
    assertThat(session.run(arguments.toArray(String[]::new))).isEqualTo(2);
    assertThat(session.err).hasLineCount(1).startsWith("offprint: --interest '").contains(why);
    assertThat(session.err.length()).isLessThan(200);
  }

  @Test
  void aThousandAreRefusedWithHowManyAreTaken() {
    String refusal = "offprint: there are 1000 interests, and at most 100 are taken";
    assertThat(session.run(thousand("preview"))).isEqualTo(2);
    assertThat(session.err.strip()).isEqualTo(refusal);
    assertThat(session.run(thousand("subscribers", "add", "ada@example.org"))).isEqualTo(2);
    assertThat(session.err.strip()).isEqualTo(refusal);
    session.run("subscribers", "add", "ada@example.org");
    assertThat(session.run(thousand("subscribers", "set", "ada@example.org"))).isEqualTo(2);
    assertThat(session.err.strip()).isEqualTo(refusal);
  }
}
