package dev.offprint.interests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.subscribers.Interest;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of everything that somebody pastes. */
class AnyPasteTest {
  @Provide
  Arbitrary<String> likely() {
    return Arbitraries.of(
            "@article{",
            "@misc(",
            "title={",
            "{BERT}",
            "}",
            ")",
            "\"",
            "eprint=",
            "2401.12345",
            "arXiv:",
            "hep-th/9901001",
            "https://arxiv.org/abs/",
            "doi:10.1/x",
            "like:",
            "cs.LG",
            "cat:",
            "author:",
            "Yann LeCun",
            "Müller, K.-R.",
            "a@b.org",
            "reinforcment",
            "; ",
            ", ",
            ". ",
            "\n",
            "\n\n",
            "\r\n",
            "- ",
            "•",
            " ~strict",
            "of",
            "The",
            "learning",
            "😀",
            "图",
            "\u0001",
            "x".repeat(300),
            "In this work we study the growth of things that grow")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join(pieces.size() % 2 == 0 ? " " : "", pieces));
  }

  @Property(tries = 500)
  void anyTextIsRead(@ForAll String text) {
    holds(text);
  }

  @Property(tries = 1_000)
  void whateverPeoplePasteIsRead(@ForAll("likely") String text) {
    holds(text);
  }

  private static void holds(String text) {
    PastedInterests pasted = PastedInterests.read(text);
    List<String> lines = pasted.interests().stream().map(Interest::line).toList();

    assertThat(lines)
        .doesNotHaveDuplicates()
        .allSatisfy(line -> assertThat(new Interest(line).line()).isEqualTo(line));
    assertThat(pasted.notes()).allSatisfy(note -> assertThat(note.toString()).hasLineCount(1));
    // Nothing that was written vanishes without a word.
    if (!text.isBlank()) {
      assertThat(lines.size() + pasted.refused().size()).isPositive();
    }
    for (String line : lines) {
      PastedInterests again = PastedInterests.read(line);
      assertThat(again.interests().size() + again.refused().size()).isPositive();
    }
  }
}
