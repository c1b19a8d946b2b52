package dev.offprint.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Author;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNamesTest {
  private static String listed(String list) {
    return String.join(" | ", PersonNames.listed(list).stream().map(Author::name).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "Ada Lind, Bo Ek, and Cy Dahl # Ada Lind | Bo Ek | Cy Dahl",
        "Ada Lind, Bo Ek & Cy Dahl # Ada Lind | Bo Ek | Cy Dahl",
        "Ada Lind and Bo Ek # Ada Lind | Bo Ek",
        "Ada Lind; Bo Ek; and Cy Dahl # Ada Lind | Bo Ek | Cy Dahl",
        "Lind, A., Ek, B. C., van der Dahl, C. # A. Lind | B. C. Ek | C. van der Dahl",
        "Lind, A., Ek, B., & Dahl, C.-D. # A. Lind | B. Ek | C.-D. Dahl",
        "Lind, A.; Ek, B. C.; # A. Lind | B. C. Ek",
        "Lind, Ada; Ek, Bo # Ada Lind | Bo Ek",
        "Lind, Ada and Ek, Bo # Ada Lind | Bo Ek",
        "Lind, Ada, Ek, Bo # Ada Lind | Bo Ek",
        "Lind A, Ek BC, de Dahl C # A. Lind | B. C. Ek | C. de Dahl",
        "Lind, Ada # Ada Lind",
        "Ríos Lind, Ada # Ada Ríos Lind",
        "Lind, Ada Maria # Ada Maria Lind",
        "Lind, Ada, Jr. # Ada Lind, Jr.",
        "Sam Roe, Jr., Bo Ek # Sam Roe, Jr. | Bo Ek",
        "Ada Lind, Ph.D., Bo Ek, MD # Ada Lind, Ph.D. | Bo Ek, MD",
        "Ada Lind et al. # Ada Lind",
        "By Ada Lind and Bo Ek # Ada Lind | Bo Ek",
        "Author(s): Ada Lind, Bo Q. Ek # Ada Lind | Bo Q. Ek",
        "Jos\\'e Mu\\~noz and Zo\\\"e Ek # José Muñoz | Zoë Ek",
        "Mu&ntilde;oz, J.; &Ouml;st, A. # J. Muñoz | A. Öst",
        "Ada Lind (Uppsala, Sweden), Bo Ek (1) ((1) Lab, (2) Hall) # Ada Lind | Bo Ek",
        "Ada Lind<sup>1,2</sup>, Bo Ek<sup>*</sup> # Ada Lind | Bo Ek",
        "Ada Lind, Department of Bees, University of Hives, Bo Ek # Ada Lind | Bo Ek",
        "Wasp and Bee Consortium # Wasp and Bee Consortium",
        "Ada Lind, Bo Ek, and the Hive Collaboration # Ada Lind | Bo Ek | the Hive Collaboration",
        "The SND@LHC Collaboration # The SND@LHC Collaboration",
        "Wei Li, Wei Li # Wei Li | Wei Li",
      })
  void aListIsParted(String list, String names) {
    assertThat(listed(list)).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "Ada Lind (ada@lab.example) # Ada Lind",
        "Ada Lind (mailto:ada@lab.example) # Ada Lind",
        "ada@lab.example (Ada Lind) # Ada Lind",
        "Ada Lind <ada@lab.example> # Ada Lind",
        "\"Ada Lind\" <ada@lab.example> # Ada Lind",
        "Ada Lind, ada@lab.example # Ada Lind",
        "Ada Lind [ada (at) lab.example] # Ada Lind",
        "ada@lab.example, bo@lab.example # ''",
        "ada@localhost # ''",
        "https://lab.example/ada # ''",
        "Lind, A. (ada@lab.example); Ek, B. (bo@lab.example) # A. Lind | B. Ek",
      })
  void anAddressIsNobodysName(String list, String names) {
    assertThat(listed(list)).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "Bo Ek (博艾) # Bo Ek",
        "Ada Lind [Ада Линд] # Ada Lind",
        "Ada (Addie) Lind # Ada (Addie) Lind",
        "(Ada Lind) # Ada Lind",
        "Ada Lind (Uppsala # Ada Lind",
        "Ada Lind (for the Hive, Bee Group) # Ada Lind (for the Hive, Bee Group)",
        "Ada Lind** # Ada Lind",
        "Ada Lind | Hive News # Ada Lind",
        "{The Hive Team} # The Hive Team",
        "{\\O}ystein \\v{C}ek # Øystein Ček",
      })
  void whatStandsBesideANameIsNoneOfIt(String given, String name) {
    assertThat(PersonNames.authors(List.of(given))).containsExactly(new Author(name));
  }

  @Test
  void ofMoreAuthorsThanAnyPaperHasTheRestIsCounted() {
    assertThat(PersonNames.listed("Ada Lind, Bo Ek, Cy Dahl, ".repeat(8_000)))
        .hasSize(PersonNames.MOST + 1)
        .last()
        .isEqualTo(new Author("and 4,000 others"));
  }

  @Property(tries = 2_000)
  void noMixtureOfMarksShowsAnAddressOrABlankName(@ForAll("mixtures") String list) {
    assertThat(PersonNames.listed(list))
        .allSatisfy(
            author ->
                assertThat(author.name())
                    .isEqualTo(author.name().strip())
                    .containsPattern("\\p{L}")
                    .doesNotContain("@lab.example", "\n"));
  }

  @Provide
  Arbitrary<String> mixtures() {
    return Arbitraries.of(
            "Ada",
            "Lind",
            "A.",
            " ",
            ", ",
            ";",
            " and ",
            "&",
            "(",
            ")",
            "[",
            "]",
            "<",
            ">",
            "{",
            "}",
            "\\'e",
            "ada@lab.example",
            "mailto:",
            "*",
            "¹",
            "$^1$",
            "Jr.",
            "\n",
            "|",
            "for the ",
            "University",
            "\"",
            "李")
        .list()
        .ofMaxSize(24)
        .map(pieces -> String.join("", pieces));
  }
}
