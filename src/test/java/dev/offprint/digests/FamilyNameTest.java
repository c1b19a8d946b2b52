package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ada Lovelace | Lovelace",
        "ada lovelace | lovelace",
        "María-José García | García",
        "Jean D’Arcy | D’Arcy",
        "O'Brien | O'Brien",
        "Anna van den Berg | van den Berg",
        "Anna Van Der Berg | Van Der Berg",
        "Ada Lovelace Jr. | Lovelace",
        "Ada Lovelace, Jr | Lovelace",
        "Ada Lovelace III | Lovelace",
        "Lovelace, Ada | Lovelace",
        "de la Cruz, Ana | de la Cruz",
        "Masayuki Ii | Ii",
        "A. B | A. B",
        "Ada Lovelace (Shore) | Ada Lovelace (Shore)",
        "Ada Lovelace 0001 | Ada Lovelace 0001",
        "TIDE Collaboration | TIDE Collaboration",
        "The Shore Team | The Shore Team",
        "Consortium of Tides | Consortium of Tides",
        "李 飞飞 | 李 飞飞",
        "김 철수 | 김 철수"
      })
  void aPersonIsCalledByTheFamilyAndAGroupByAllOfItsName(String name, String called) {
    assertThat(FamilyName.of(name)).isEqualTo(called);
  }
}
