package dev.offprint.digests;

import dev.offprint.selection.ChosenPaper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the templates show of an edition.
 *
 * @param day in words, such as {@code Tuesday, 27 May 2025} or {@code The week to Tuesday, 27 May
 *     2025}
 * @param contents what is in it, such as {@code 4 papers for your interests, 6 trending}
 * @param preview what an inbox shows behind the subject, which names the first paper
 * @param sections one for each kind of reason, the first paper's kind first
 */
record EditionView(String day, String contents, String preview, List<Section> sections) {
  private static final int PREVIEW = 150;

  /** Up to this many papers, there is room for three lines of each abstract. */
  private static final int FEW_PAPERS = 15;

  private static final int SUMMARY = 320;
  private static final int SHORT_SUMMARY = 180;

  /**
   * Papers chosen for the same kind of reason.
   *
   * @param heading absent when there is no other section to tell it from
   */
  record Section(@Nullable String heading, List<Entry> entries) {}

  /**
   * One paper as this subscriber sees it.
   *
   * @param number its place in the edition, right-aligned to two characters
   * @param id the paper's id as it stands in an address behind {@code ?paper=}
   */
  record Entry(String number, String id, PaperBlock paper, WhyChosen why) {}

  static EditionView of(Edition edition, PaperBlocks blocks, Reasons reasons) {
    boolean matchedFirst = isMatched(edition.papers().getFirst());
    List<ChosenPaper> shown =
        edition.papers().stream()
            .sorted(Comparator.comparing(chosen -> isMatched(chosen) != matchedFirst))
            .toList();
    int summary = shown.size() <= FEW_PAPERS ? SUMMARY : SHORT_SUMMARY;
    List<Entry> entries =
        IntStream.range(0, shown.size())
            .mapToObj(
                place ->
                    new Entry(
                        (place < 9 ? " " : "") + (place + 1),
                        URLEncoder.encode(
                            shown.get(place).paper().id().value(), StandardCharsets.UTF_8),
                        blocks.of(shown.get(place).paper(), summary),
                        reasons.of(shown.get(place), edition.day())))
            .toList();
    int matched = (int) shown.stream().filter(EditionView::isMatched).count();
    return new EditionView(
        (edition.isWeekly() ? "The week to " : "") + English.fullDay(edition.day()),
        contents(matched, shown.size() - matched),
        preview(entries),
        sections(entries, matched, matchedFirst));
  }

  private static boolean isMatched(ChosenPaper chosen) {
    return !chosen.reason().isTrending();
  }

  private static List<Section> sections(List<Entry> entries, int matched, boolean matchedFirst) {
    int first = matchedFirst ? matched : entries.size() - matched;
    if (first == entries.size()) {
      return List.of(new Section(null, entries));
    }
    return List.of(
        new Section(heading(matchedFirst), entries.subList(0, first)),
        new Section(heading(!matchedFirst), entries.subList(first, entries.size())));
  }

  private static String heading(boolean matched) {
    return matched ? "Your interests" : "Trending";
  }

  private static String contents(int matched, int trending) {
    if (matched == 0) {
      return English.count(trending, "trending paper");
    }
    String contents = English.count(matched, "paper") + " for your interests";
    return trending == 0 ? contents : contents + ", " + English.number(trending) + " trending";
  }

  private static String preview(List<Entry> entries) {
    if (entries.size() == 1) {
      return Excerpt.ofWords(entries.getFirst().paper().summary(), PREVIEW);
    }
    return entries.stream()
        .skip(1)
        .limit(2)
        .map(entry -> Excerpt.ofWords(entry.paper().title(), PREVIEW / 2))
        .collect(Collectors.joining(" · ", "Also: ", ""));
  }
}
