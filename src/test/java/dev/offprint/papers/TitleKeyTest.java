package dev.offprint.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleKeyTest {
  private static TitleKey key(String title, String author) {
    Paper paper =
        new Paper(
            new PaperId("blog:1"),
            title,
            "",
            List.of(new Author(author)),
            List.of(),
            new Paper.Links(URI.create("https://blog.example/1"), null, null),
            new Paper.Dates(Works.MONDAY, Works.MONDAY, null));
    return TitleKey.of(new Sighting(paper, List.of(), "blog", Map.of(), Works.NOON)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "Ada Lind # Ada Lind (Uppsala, Sweden)",
        "Ada Lind # A. Lind [Ада Линд]",
        "Ada Lind # Lind, A.",
        "Ada Lind # Ada Lind, Ph.D.",
        "Ada Lind # Ada Lind for the Hive Collaboration",
        "José Muñoz # Jose Munoz",
        "Søren Sørby # Soren Sorby",
        "Jan Łuk # Jan Luk",
        "Ida Groß # Ida Gross",
        "Eva Ævar # Eva Aevar",
      })
  void aFirstAuthorIsTheSameHoweverTheyAreWritten(String one, String other) {
    assertThat(key(Works.TITLE, other)).isEqualTo(key(Works.TITLE, one));
  }

  @ParameterizedTest
  @CsvSource({"Ada Lind,Ada Ek", "Ada Lind,Lind Ada"})
  void anotherFamilyNameIsAnotherAuthor(String one, String other) {
    assertThat(key(Works.TITLE, other)).isNotEqualTo(key(Works.TITLE, one));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "On {B}ees and the 2<sup>n</sup> flowers they visit # On Bees and the $2^n$ flowers they"
            + " visit",
        "``Bees'' and other small animals of Sørby # “Bees” and other small animals of Sorby",
      })
  void aTitleIsTheSameHoweverItIsMarkedUp(String one, String other) {
    assertThat(key(other, "Ada Lind")).isEqualTo(key(one, "Ada Lind"));
  }
}
