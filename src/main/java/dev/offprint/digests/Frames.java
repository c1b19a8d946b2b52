package dev.offprint.digests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.offprint.digests.EditionView.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the papers of a mail, made once for all editions of a day that have as many papers
 * of each kind; safe for use by many threads.
 */
final class Frames {
  private static final int MOST = 500;

  private final Templates templates;
  private final Cache<Shape, Frame> frames = Caffeine.newBuilder().maximumSize(MOST).build();

  Frames(Templates templates) {
    this.templates = templates;
  }

  /** What editions with the same frame have in common. */
  private record Shape(String day, List<Part> parts) {
    record Part(@Nullable String heading, int papers) {}
  }

  /** The open places of a frame, {@link Place} first, then two for each paper. */
  record Frame(Skeleton html, TextSkeleton text) {}

  /** What is open in a frame beside the papers. */
  enum Place {
    SUBJECT,
    CONTENTS,
    PREVIEW,
    ADDRESS,
    CONTENT,
    VIEW,
    PREFERENCES,
    UNSUBSCRIBE;

    static final List<Place> ALL = List.of(values());

    private String mark() {
      return Skeleton.mark(ALL.indexOf(this));
    }
  }

  /** The place of a paper, by its order in the edition from 0; that of the reason comes next. */
  static int paper(int order) {
    return Place.ALL.size() + 2 * order;
  }

  /** As the templates see an edition. */
  record Open(String day, String contents, String preview, List<OpenSection> sections) {}

  /** As the templates see papers of one kind. */
  record OpenSection(@Nullable String heading, List<OpenEntry> entries) {}

  /** As the templates see a paper, which is filled in already. */
  record OpenEntry(String why, String paper, String text) {}

  /**
   * The frame for an edition.
   *
   * @throws BrokenTemplate when the operator's templates cannot be filled
   */
  Frame of(EditionView view) {
    Shape shape =
        new Shape(
            view.day(),
            view.sections().stream()
                .map(section -> new Shape.Part(section.heading(), section.entries().size()))
                .toList());
    return frames.get(shape, each -> make(view));
  }

  private Frame make(EditionView view) {
    Map<String, Object> values =
        Map.of(
            "subject", Place.SUBJECT.mark(),
            "edition",
                new Open(
                    view.day(), Place.CONTENTS.mark(), Place.PREVIEW.mark(), open(view.sections())),
            "address", Place.ADDRESS.mark(),
            "content", Place.CONTENT.mark(),
            "view", Place.VIEW.mark(),
            "preferences", Place.PREFERENCES.mark(),
            "unsubscribe", Place.UNSUBSCRIBE.mark());
    return new Frame(
        new Skeleton(templates.render("mail/edition.html", values)),
        new TextSkeleton(templates.render("mail/edition.txt", values), place -> place >= paper(0)));
  }

  private static List<OpenSection> open(List<Section> sections) {
    List<OpenSection> open = new ArrayList<>();
    int order = 0;
    for (Section section : sections) {
      List<OpenEntry> entries = new ArrayList<>();
      for (int i = 0; i < section.entries().size(); i++) {
        String paper = Skeleton.mark(paper(order));
        entries.add(new OpenEntry(Skeleton.mark(paper(order) + 1), paper, paper));
        order++;
      }
      open.add(new OpenSection(section.heading(), entries));
    }
    return open;
  }
}
