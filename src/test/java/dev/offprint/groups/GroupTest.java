package dev.offprint.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offprint.groups.Group.Access;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Timing;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupTest {
  private static final Timing AT_SEVEN =
      new Timing(LocalTime.of(7, 0), ZoneId.of("Europe/Oslo"), Timing.DAILY);

  static Preferences wanting(Content content, String... interests) {
    return new Preferences(
        content, Stream.of(interests).map(Interest::new).toList(), 10, AT_SEVEN, Format.HTML);
  }

  static Group group(String name, boolean sameForAll, String... interests) {
    return Group.of(name, Access.PUBLIC, sameForAll, wanting(Content.BOTH, interests));
  }

  @ParameterizedTest
  @CsvSource({
    "Systems Reading Group, systems-reading-group",
    "'  Équipe  « Données » n° 2 ', equipe-donnees-n-2",
    "Ångström-Lab!, angstrom-lab",
    "計算機科学 B, 計算機科学-b",
    "Лаборатория Йода, лаборатория-йода"
  })
  void thePageIsAddressedByTheLettersOfTheName(String name, String slug) {
    assertThat(group(name, false).slug()).isEqualTo(slug);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "!?", "…"})
  void aNameNeedsALetterOrADigit(String name) {
    assertThatThrownBy(() -> group(name, false)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNameIsOnOneLineAndNotTooLong() {
    assertThat(group("Vision\n  Lab", false).name()).isEqualTo("Vision Lab");
    assertThatThrownBy(() -> group("x".repeat(101), false)).hasMessageContaining("at most 100");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Vision Lab",
        "7 Sins & Co. (part-time)",
        "L'Équipe « n° 2 »: été!",
        "AI/ML; \"the\" Lab <3",
        "計算機科学・B",
        "कंप्यूटर विज्ञान",
        "گروه می\u200cخواهم"
      })
  void aNameIsOfAnyScriptWithBlanksAndMarks(String name) {
    assertThat(group(name, false).name()).isEqualTo(name);
    assertThat(group("Lab", false).named(name).slug()).isEqualTo("lab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lab\u202e txt.exe", "Lab\u200b", "\ufeffLab"})
  void aNameOfWhichSomethingCannotBeSeenIsRefused(String name) {
    assertThatThrownBy(() -> group(name, false)).hasMessageContaining("cannot be seen");
    Group lab = group("Lab", false);
    assertThatThrownBy(() -> lab.named(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aGroupKeepsANameFromBeforeSuchNamesWereRefused() {
    Group old =
        new Group(3, "lab", "Lab\u200b", Access.CLOSED, false, wanting(Content.BOTH, "graphs"));
    assertThat(old.with(wanting(Content.TRENDING)).name()).isEqualTo("Lab\u200b");
  }

  @Test
  void aGroupBringsSomething() {
    assertThatThrownBy(() -> Group.of("Lab", Access.CLOSED, false, wanting(Content.MATCHING)))
        .hasMessageContaining("at least one interest");
  }

  @Test
  void aNewMemberBeginsWithAllButTheInterests() {
    assertThat(group("Lab", false, "graphs").forNewMember()).isEqualTo(wanting(Content.TRENDING));
    Group alone = Group.of("Lab", Access.CLOSED, false, wanting(Content.MATCHING, "graphs"));
    assertThat(alone.forNewMember()).isEqualTo(wanting(Content.MATCHING));
    assertThat(alone.forNewMember().isNothing()).isTrue();
  }

  @Test
  void whoHasTheEarlierValueFollowsAndWhoChoseAnotherDoesNot() {
    Preferences before = wanting(Content.BOTH, "graphs");
    Preferences after =
        wanting(Content.MATCHING, "graphs", "trees")
            .atMost(5)
            .with(new Timing(LocalTime.of(8, 0), ZoneId.of("Europe/Oslo"), Timing.DAILY))
            .in("de");
    Preferences member = wanting(Content.BOTH, "speech").in("fr").atMost(10);
    Preferences followed = Defaults.follow(member, before, after);
    assertThat(followed.content()).isEqualTo(Content.MATCHING);
    assertThat(followed.interests()).containsExactly(new Interest("speech"));
    assertThat(followed.maximum()).isEqualTo(5);
    assertThat(followed.timing().at()).isEqualTo(LocalTime.of(8, 0));
    assertThat(followed.language()).isEqualTo("fr");
    Preferences other = wanting(Content.TRENDING).atMost(20);
    assertThat(Defaults.follow(other, before, after).maximum()).isEqualTo(20);
  }

  @Test
  void whoeverFollowsIntoTrendingPapersKeepsTheirInterests() {
    Preferences before = wanting(Content.MATCHING, "graphs");
    Preferences after = wanting(Content.BOTH, "graphs");
    assertThat(Defaults.follow(wanting(Content.MATCHING, "speech"), before, after))
        .isEqualTo(wanting(Content.BOTH, "speech"));
    assertThat(Defaults.follow(wanting(Content.MATCHING), before, after))
        .isEqualTo(wanting(Content.TRENDING));
  }

  @Test
  void theInterestsOfGroupsComeTogetherEachTextOnce() {
    Shared shared =
        Shared.of(
            List.of(group("A", false, "graphs", "trees"), group("B", false, "graphs ~broad")));
    assertThat(shared.interests())
        .isEqualTo(Map.of(new Interest("graphs"), "A", new Interest("trees"), "A"));
    assertThat(shared.instead()).isNull();
    assertThat(Shared.of(List.of(group("C", false)))).isEqualTo(Shared.NONE);
  }

  @Test
  void anEditionForAllTakesThePlaceOfAllElse() {
    Group same = group("Course", true, "trees");
    Shared shared = Shared.of(List.of(group("A", false, "graphs"), same));
    assertThat(shared.instead()).isEqualTo(same.preferences());
    assertThat(shared.interests()).isEqualTo(Map.of(new Interest("trees"), "Course"));
  }
}
