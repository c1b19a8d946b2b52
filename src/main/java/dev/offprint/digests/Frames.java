package dev.offprint.digests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
  private final Cache<Set<Place>, Frame> frames = Caffeine.newBuilder().maximumSize(MOST).build();

  Frames(Templates templates, Imprint imprint) {
    this.templates = templates;
    this.imprint = imprint;
  }

  /** The open places of a frame are those of {@link Place}. */
  record Frame(Skeleton html, TextSkeleton text) {}

  /** What is open in a frame. */
  enum Place {
    SUBJECT,
    PREVIEW,
    DAY,
    CONTENTS,
    BODY,
    /** How many papers are in the browser alone; not of every edition. */
    IN_BROWSER,
    /** Interests that brought nothing; not of every edition. */
    SILENT,
    /** Sources that had not answered; not of every edition. */
    LATE,
    ASKED,
    VIEW,
    PREFERENCES,
    PAUSE,
    /** The offer of one mail a week; not of who has that. */
    WEEKLY,
    UNSUBSCRIBE,
    /** The links of the text's papers, by number. */
    LINKS;

    private static final List<Place> ALL = List.of(values());

    private static final Set<Place> OPTIONAL = EnumSet.of(IN_BROWSER, SILENT, LATE, WEEKLY);

    static Place at(int number) {
      return ALL.get(number);
    }

    private int number() {
      return ALL.indexOf(this);
    }

    /** As the templates name it. */
    private String variable() {
      StringBuilder name = new StringBuilder();
      for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
        name.append(
            name.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
      }
      return name.toString();
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

  private Frame make(Set<Place> without) {
    Map<String, Object> values = new HashMap<>();
    values.put("imprint", imprint);
    for (Place place : Place.ALL) {
      if (!without.contains(place) || !Place.OPTIONAL.contains(place)) {
        values.put(place.variable(), Skeleton.mark(place.number()));
      }
    }
    return new Frame(
        new Skeleton(templates.render("mail/edition.html", values)),
        new TextSkeleton(
            templates.render("mail/edition.txt", values),
            place -> place == Place.BODY.number() || place == Place.LINKS.number()));
  }
}
