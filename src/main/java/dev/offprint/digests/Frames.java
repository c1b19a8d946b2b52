package dev.offprint.digests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.offprint.messages.Messages;
import dev.offprint.templates.BrokenTemplate;
import dev.offprint.templates.Templates;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What surrounds the papers of a mail, made once for all editions that have the same places; safe
 * for use by many threads.
 */
final class Frames {
  private static final int MOST = 500;

  private final Templates templates;
  private final Imprint imprint;
  private final Messages in;
  private final Cache<Set<Place>, Frame> frames = Caffeine.newBuilder().maximumSize(MOST).build();

  Frames(Templates templates, Imprint imprint, Messages in) {
    this.templates = templates;
    this.imprint = imprint;
    this.in = in;
  }

  /** The open places of a frame are those of {@link Place}. */
  record Frame(Skeleton html, TextSkeleton text) {}

  /** What is open in a frame. */
  enum Place {
    SUBJECT("subject"),
    PREVIEW("preview"),
    DAY("day"),
    CONTENTS("contents"),
    BODY("body"),
    /** How many papers are in the browser alone; not of every edition. */
    IN_BROWSER("inBrowser"),
    /** Interests that brought nothing; not of every edition. */
    SILENT("silent"),
    /** Sources that had not answered; not of every edition. */
    LATE("late"),
    ASKED("asked"),
    VIEW("view"),
    PREFERENCES("preferences"),
    PAUSE("pause"),
    /** The offer of one mail a week; not of who has that. */
    WEEKLY("weekly"),
    UNSUBSCRIBE("unsubscribe"),
    /** The links of the text's papers, by number. */
    LINKS("links");

    private static final List<Place> ALL = List.of(values());

    private static final Set<Place> OPTIONAL = EnumSet.of(IN_BROWSER, SILENT, LATE, WEEKLY);

    private final String variable;

    /**
     * @param variable as the templates name it
     */
    Place(String variable) {
      this.variable = variable;
    }

    static Place at(int number) {
      return ALL.get(number);
    }

    private int number() {
      return ALL.indexOf(this);
    }
  }

  /**
   * The frame for an edition.
   *
   * @param without the places that there is nothing for
   * @throws BrokenTemplate when the operator's templates cannot be filled
   */
  Frame without(Set<Place> without) {
    return frames.get(without, this::make);
  }

  /**
   * Makes the frame that says most and the one that says least.
   *
   * @throws BrokenTemplate when the operator's templates cannot be filled
   */
  void check() {
    without(Set.of());
    without(Place.OPTIONAL);
  }

  private Frame make(Set<Place> without) {
    Map<String, Object> values = new HashMap<>();
    values.put("imprint", imprint);
    for (Place place : Place.ALL) {
      if (!without.contains(place) || !Place.OPTIONAL.contains(place)) {
        values.put(place.variable, Skeleton.mark(place.number()));
      }
    }
    return new Frame(
        new Skeleton(templates.render("mail/edition.html", in, values)),
        new TextSkeleton(
            templates.render("mail/edition.txt", in, values),
            place -> place == Place.BODY.number() || place == Place.LINKS.number()));
  }
}
