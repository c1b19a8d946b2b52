package dev.offprint.sources.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.sources.HarvestOutcome;
import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What holds of every outcome, whatever the input was. */
final class Promises {
  /** Control characters, marks of direction, and halves of characters. */
  private static final Pattern NO_TEXT =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069\\u200e\\u200f\\u061c\\ufeff]");

  private Promises() {}

  static void areKept(HarvestOutcome outcome) {
    switch (outcome) {
      case HarvestOutcome.Harvested harvested -> {
        assertThat(harvested.sightings()).isNotEmpty();
        harvested.sightings().forEach(Promises::areKept);
        assertThat(harvested.sightings())
            .extracting(sighting -> sighting.paper().id())
            .doesNotHaveDuplicates();
        harvested.setAside().forEach(Promises::isOneLine);
      }
      case HarvestOutcome.NothingNew nothing -> isOneLine(nothing.why());
      case HarvestOutcome.Unreachable unreachable -> isOneLine(unreachable.why());
      case HarvestOutcome.Broken broken -> isOneLine(broken.why());
    }
  }

  private static void areKept(Sighting sighting) {
    Paper paper = sighting.paper();
    assertThat(PaperId.of(paper.id().value())).isEqualTo(paper.id());
    isText(paper.id().value(), PaperId.MAX_LENGTH);
    assertThat(sighting.alsoKnownAs()).doesNotContain(paper.id()).doesNotHaveDuplicates();
    sighting.alsoKnownAs().forEach(id -> isText(id.value(), PaperId.MAX_LENGTH));
    isText(paper.title(), Paper.MAX_TITLE);
    assertThat(paper.title()).isNotBlank();
    isText(paper.abstractText(), Paper.MAX_ABSTRACT);
    for (Author author : paper.authors()) {
      isText(author.name(), 300);
      assertThat(author.name()).isNotBlank();
    }
    for (String category : paper.categories()) {
      isText(category, 300);
      assertThat(category).isNotEmpty().doesNotContain(" ");
    }
    isWebAddress(paper.links().page());
    isWebAddress(paper.links().pdf());
    isWebAddress(paper.links().code());
    isPlausible(paper.dates().published());
    isPlausible(paper.dates().announced());
    isPlausible(paper.dates().withdrawn());
    assertThat(sighting.source()).isNotBlank().hasSizeLessThanOrEqualTo(64);
    assertThat(sighting.signals().values()).allMatch(count -> count >= 0);
  }

  /** Such as a reason for the operator. */
  static void isOneLine(String why) {
    isText(why, HarvestOutcome.LONGEST_REASON);
    assertThat(why).isNotBlank();
  }

  private static void isText(String text, int longest) {
    assertThat(text).hasSizeLessThanOrEqualTo(longest).isEqualTo(text.strip());
    // A pattern sees a pair of surrogates as one character, and so finds only halves.
    assertThat(NO_TEXT.matcher(text).find()).as(text).isFalse();
  }

  private static void isWebAddress(@Nullable URI address) {
    if (address != null) {
      assertThat(address.getScheme().toLowerCase(Locale.ROOT)).isIn("http", "https");
      assertThat(address.getHost()).isNotEmpty();
      isText(address.toString(), 2_000);
    }
  }

  private static void isPlausible(@Nullable LocalDate day) {
    if (day != null) {
      assertThat(day.getYear()).isBetween(999, 3000);
    }
  }
}
