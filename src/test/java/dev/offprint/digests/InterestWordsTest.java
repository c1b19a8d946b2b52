package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.messages.Messages;
import dev.offprint.subscribers.Interest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterestWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "graph networks | graph networks",
        "graph ~broad | graph",
        "author:lovelace -survey | New from lovelace, without survey",
        "author:\"Ada Lovelace\" OR author:Noether | by Ada Lovelace or by Noether",
        "author:lovelace engines | engines by lovelace",
        "cat:cs.LG author:Noether \"sea ice\" | sea ice by Noether in cs.LG",
        "author:Noether, author:\"A. Lovelace\" engines | engines by Noether and A. Lovelace",
        "cat:cs.* | New in cs.*",
        "cat:cs.LG OR cat:cs.CL | in cs.LG or in cs.CL",
        "title:\"sea ice\" -title:review | sea ice in the title, without review",
        "NOT survey graph NOT review | graph, without survey, review",
        "OR graph OR | graph",
        "graph OR NOT survey | graph, without survey",
        // What is no sign of the language stays as it was written.
        "C++ \"C#\" and F# -C++ | C++ C# and F#, without C++",
        "<b>bold</b> & \"x\" | <b>bold</b> & x",
        "tides, ice; cat:q-bio -mouse, rat | tides, ice, rat in q-bio, without mouse",
        "\"what is it?\" (they ask) | what is it? (they ask)",
        "best way (for -me) to go | best way (for) to go, without me",
        "the \"quoted \"nested\" phrase\" here | the quoted nested phrase here",
        "\"one\"\"two\" | one two",
        "graph \"networks | graph networks",
        "Poincaré-Birkhoff well-being | Poincaré-Birkhoff well-being",
        "graph -视觉 -über | graph, without 视觉, über",
        "扩散 OR “图像” | 扩散 or 图像",
        // Nothing is wanted, so nothing is said but what was written.
        "-survey | -survey",
        "\"\" | \"\"",
        "author: | author:",
        "subtitle:foo | subtitle:foo"
      })
  void anInterestIsSaidInWords(String interest, String said) {
    assertThat(InterestWords.heading(new Interest(interest), Messages.english()).text())
        .isEqualTo(said);
  }

  @Property
  void noLineIsWithoutWords(
      @ForAll @StringLength(min = 1, max = 40) @CharRange(from = ' ', to = '~') String line) {
    String interest = "x" + line + "y";
    assertThat(InterestWords.heading(new Interest(interest), Messages.english()).name())
        .isNotBlank();
  }
}
