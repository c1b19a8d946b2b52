package dev.offprint.digests.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.digests.sentences.MarkedText.Mark;
import dev.offprint.text.Sentences;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TellingSentencesTest {
  private static final String ANTS =
      "Ants play a crucial role in gardens. However, existing counters of ants often fail at night."
          + " We present AntClock, a counter of ants that works in the dark."
          + " It listens to their steps through a lens of moss."
          + " Experiments in nine gardens show that AntClock misses 3% of the ants, where the best"
          + " lamp misses 41%. Our findings may open new paths for wasps."
          + " Code is available at https://ants.example/clock.";

  private static List<String> shown(String text, Sought sought, int most, int room) {
    return TellingSentences.choose(
            ReadAbstract.of("AntClock: Counting at Night", text), sought, most, room)
        .stream()
        .map(MarkedText::text)
        .toList();
  }

  @Test
  void oneSentenceSaysWhatThePaperIsAbout() {
    assertThat(shown(ANTS, Sought.NOTHING, 1, 300))
        .containsExactly("We present AntClock, a counter of ants that works in the dark.");
  }

  @Test
  void twoSayWhatWasDoneAndWhatCameOfIt() {
    assertThat(shown(ANTS, Sought.NOTHING, 2, 480))
        .containsExactly(
            "We present AntClock, a counter of ants that works in the dark.",
            "Experiments in nine gardens show that AntClock misses 3% of the ants, where the best"
                + " lamp misses 41%.");
  }

  @Test
  void whatTheReaderLooksForIsShownAndMarked() {
    Sought moss = Sought.words("Lens of mosses", List.of("Lens of mosses"));
    List<MarkedText> excerpts =
        TellingSentences.choose(ReadAbstract.of("Night Clocks", ANTS), moss, 2, 480);
    assertThat(excerpts).hasSize(2);
    assertThat(excerpts.getLast().text()).contains("lens of moss");
    Mark mark = excerpts.getLast().marks().getFirst();
    assertThat(excerpts.getLast().text().substring(mark.from(), mark.to()))
        .isEqualTo("lens of moss");
  }

  @Test
  void wordsThatStandInTheBackgroundOnlyAreShownToo() {
    Sought gardens = Sought.words("crucial role", List.of("crucial role"));
    assertThat(shown(ANTS, gardens, 2, 480))
        .containsExactly(
            "Ants play a crucial role in gardens.",
            "We present AntClock, a counter of ants that works in the dark.");
  }

  @Test
  void whereCodeLiesIsNeverShown() {
    Sought code = Sought.words("code", List.of("Code"));
    assertThat(shown(ANTS, code, 2, 480)).noneMatch(text -> text.contains("available"));
    for (String aside :
        List.of(
            "Project page: https://ants.example/.",
            "Keywords: ants, clocks, moss and the night.",
            "Accepted at the Workshop on Ants and Clocks.",
            "© 2031 The Ant Press. All rights reserved for ants.",
            "All data and code will be made publicly available soon.",
            "The rest of this paper is organised as follows.")) {
      assertThat(shown(aside, Sought.NOTHING, 2, 480)).as(aside).isEmpty();
    }
  }

  @Test
  void aSentenceIsNeverCut() {
    String endless = "We present " + "a clock for ants and ".repeat(40) + "nothing else.";
    assertThat(shown(endless, Sought.NOTHING, 2, 480)).isEmpty();
    String longer = "We present " + "a clock for ants and ".repeat(15) + "nothing else.";
    assertThat(longer.length()).isBetween(301, 400);
    assertThat(shown("Ants are growing fast. " + longer, Sought.NOTHING, 1, 200))
        .containsExactly(longer);
    assertThat(shown("Ants are growing fast. " + endless, Sought.NOTHING, 1, 200)).isEmpty();
  }

  @Test
  void anAbstractThatTellsNothingShowsWhatItHas() {
    assertThat(shown("Ants often sleep in many gardens.", Sought.NOTHING, 2, 480))
        .containsExactly("Ants often sleep in many gardens.");
    assertThat(shown("", Sought.NOTHING, 2, 480)).isEmpty();
  }

  @Test
  void labelsOfSectionsTellAndAreLeftOut() {
    String text =
        "Background: Ants sleep. Methods: Nine gardens were visited at night. Results: Ants slept"
            + " in eight of them. Conclusion: Ants sleep at night.";
    assertThat(shown(text, Sought.NOTHING, 2, 480))
        .allMatch(sentence -> !sentence.contains(":"))
        .contains("Ants slept in eight of them.");
  }

  @Test
  void scriptsWithoutBlanksCountTwice() {
    String text = "我们提出一种在黑暗中工作的新型蚂蚁时钟。" + "它使用苔藓镜片听取蚂蚁的脚步声。";
    assertThat(shown(text, Sought.NOTHING, 2, 480)).hasSize(2);
    assertThat(shown(text, Sought.NOTHING, 2, 60)).hasSize(1);
  }

  @Test
  void authorsAndCategoriesAreNotLookedForInSentences() {
    Sought sought = Sought.words("author:Moss cat:cs.AI dark", List.of("Moss", "cs.AI", "dark"));
    assertThat(sought.pieces()).containsExactly(List.of("dark"));
  }

  @Test
  void theTitleIsMarkedToo() {
    MarkedText title =
        TellingSentences.marked(
            "Counting ants: a count of Counts", Sought.words("counts", List.of("counts")));
    assertThat(title.marks())
        .extracting(mark -> title.text().substring(mark.from(), mark.to()))
        .containsExactly("Counting", "count", "Counts");
  }

  @Test
  void theSentenceThatIsCloseIsPreferred() {
    Sought near = Sought.near("It listens to their steps through a lens of moss.");
    assertThat(shown(ANTS, near, 2, 480))
        .contains("It listens to their steps through a lens of moss.");
  }

  @Property(tries = 300, seed = "2026")
  void whateverTheTextIsSentencesAreWholeAndMarksLieWithin(
      @ForAll String title,
      @ForAll String text,
      @ForAll String word,
      @ForAll @IntRange(min = 1, max = 2) int most) {
    Sought sought = Sought.words(word, List.of(word));
    String abstractText = text + ". We show " + word + " here. " + text;
    ReadAbstract read = ReadAbstract.of(title, abstractText);
    List<String> whole = Sentences.of(abstractText).stream().map(String::strip).toList();
    List<MarkedText> excerpts = TellingSentences.choose(read, sought, most, 480);
    assertThat(excerpts).hasSizeLessThanOrEqualTo(most);
    for (MarkedText excerpt : excerpts) {
      assertThat(whole).anyMatch(sentence -> sentence.endsWith(excerpt.text()));
      int from = 0;
      for (Mark mark : excerpt.marks()) {
        assertThat(mark.from()).isBetween(from, excerpt.text().length());
        assertThat(mark.to()).isBetween(mark.from() + 1, excerpt.text().length());
        from = mark.to();
      }
    }
  }
}
