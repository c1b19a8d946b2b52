package dev.offprint.interests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.subscribers.Interest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterestCheckTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          *                          | there is no word in it to look for
          ((((                       | there is no word in it to look for
          ""                         | there is no word in it to look for
          -                          | there is no word in it to look for
          the of and                 | it has only common words
          how do you OR what         | it has only common words
          OR                         | it has only common words
          -medical                   | it only says what to leave out
          -cat:cs.LG -"a phrase"     | it only says what to leave out
          author:Y.                  | an author needs more than initials
          diffusion -diffusion       | it leaves out the very words it asks for
          diffusion models -model    | it leaves out the very words it asks for
          cat:cs.LG -cat:cs.*        | it leaves out the very words it asks for
          title:"a survey" -surveys  | it leaves out the very words it asks for
          """)
  void anInterestThatCanNeverMatchIsExplained(String line, String complaint) {
    assertThat(InterestCheck.complaint(new Interest(line)))
        .hasValueSatisfying(reason -> assertThat(reason.toString()).startsWith(complaint));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mixture of experts",
        "\"to be or not to be\"",
        "author:LeCun",
        "cat:cs.*",
        "title:the",
        "diffusion -medical",
        "survey -title:survey",
        "cat:cs.* -cat:cs.LG",
        "diffusion OR medical -diffusion",
        "图神经网络",
        "🚀",
        "a* b* c*"
      })
  void anInterestThatCouldMatchIsNotComplainedOf(String line) {
    assertThat(InterestCheck.complaint(new Interest(line))).isEmpty();
  }
}
