package dev.offprint.interests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Candidate;
import dev.offprint.selection.TestPapers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedPaperTest {
  private static final Candidate ARXIV = TestPapers.paper("2405.01234", "Reading at night", "");
  private static final Candidate JOURNAL = TestPapers.paper("10.1000/xyz1", "Reading by day", "");
  private static final Candidate OWN = TestPapers.paper("lab-report-17", "Reading aloud", "");
  private static final TestPapers KNOWN = TestPapers.of(ARXIV, JOURNAL, OWN);

  @ParameterizedTest
  @ValueSource(
      strings = {"2405.01234", "arXiv:2405.01234v2", "https://arxiv.org/pdf/2405.01234v3.pdf"})
  void anyWayToNameAnArxivPaperFindsIt(String text) {
    assertThat(NamedPaper.in(text, KNOWN).paper()).contains(ARXIV);
  }

  @Test
  void aDoiAndTheIdOfASourceFindTheirPaper() {
    assertThat(NamedPaper.in("https://doi.org/10.1000/xyz1", KNOWN).paper()).contains(JOURNAL);
    assertThat(NamedPaper.in("lab-report-17", KNOWN).paper()).contains(OWN);
  }

  @Test
  void aReferenceToAPaperThatIsNotKnownIsNoSearchByWords() {
    NamedPaper unknown = NamedPaper.in("arXiv:2405.99999", KNOWN);
    assertThat(unknown.isForOne()).isTrue();
    assertThat(unknown.paper()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reading", "gpt-4", "papers of 2405.01234 and others"})
  void wordsNameNoPaper(String text) {
    assertThat(NamedPaper.in(text, KNOWN).isForOne()).isFalse();
  }
}
