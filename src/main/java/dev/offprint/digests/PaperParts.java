package dev.offprint.digests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.offprint.digests.EditionView.Entry;
import dev.offprint.digests.MailBody.Piece;
import java.util.List;
import java.util.Map;

/**
 * The parts of a mail that are the same for many subscribers: papers, but for each reader's own
 * links, and the reasons for them. Each is made once and kept; safe for use by many threads.
 */
final class PaperParts {
  /** More than one day's editions draw on. */
  private static final int MOST_PAPERS = 2_000;

  private static final int MOST_REASONS = 20_000;

  private final Templates templates;
  private final Cache<Shown, Part> papers = Caffeine.newBuilder().maximumSize(MOST_PAPERS).build();
  private final Cache<WhyChosen, Reason> reasons =
      Caffeine.newBuilder().maximumSize(MOST_REASONS).build();

  PaperParts(Templates templates) {
    this.templates = templates;
  }

  private record Shown(String id, PaperBlock paper) {}

  /** One paper; the places are those of {@link Place}. */
  private record Part(Skeleton html, TextSkeleton text) {}

  /** Why a paper was chosen, in both forms. */
  private record Reason(Piece html, Piece text) {}

  /** What is open in a paper's part. */
  private enum Place {
    NUMBER,
    WHY,
    MORE,
    LESS;

    private static final List<Place> ALL = List.of(values());

    String mark() {
      return Skeleton.mark(ALL.indexOf(this));
    }
  }

  /** Each reader's own beginning of the links that answer a paper. */
  record Answers(Piece more, Piece less) {}

  Piece whyInHtml(Entry entry) {
    return reason(entry.why()).html();
  }

  /** Adds a paper as HTML. */
  void html(Entry entry, Answers answers, List<Piece> to) {
    part(entry)
        .html()
        .fill(
            to,
            (pieces, place) -> {
              switch (Place.ALL.get(place)) {
                case MORE -> pieces.add(answers.more());
                case LESS -> pieces.add(answers.less());
                case NUMBER, WHY -> {}
              }
            });
  }

  /** Adds a paper and why it was chosen as text. */
  void text(Entry entry, Answers answers, List<Piece> to) {
    part(entry)
        .text()
        .fill(
            to,
            (pieces, place) ->
                pieces.add(
                    switch (Place.ALL.get(place)) {
                      case NUMBER -> new Piece(entry.number());
                      case WHY -> reason(entry.why()).text();
                      case MORE -> answers.more();
                      case LESS -> answers.less();
                    }));
  }

  private Part part(Entry entry) {
    return papers.get(
        new Shown(entry.id(), entry.paper()),
        shown -> {
          Map<String, Object> values =
              Map.of(
                  "paper", shown.paper(),
                  "id", shown.id(),
                  "number", Place.NUMBER.mark(),
                  "why", Place.WHY.mark(),
                  "more", Place.MORE.mark(),
                  "less", Place.LESS.mark());
          return new Part(
              new Skeleton(templates.render("mail/paper.html", values).strip()),
              new TextSkeleton(templates.render("mail/paper.txt", values), place -> false));
        });
  }

  private Reason reason(WhyChosen chosen) {
    return reasons.get(
        chosen,
        why -> {
          Map<String, Object> values = Map.of("why", why);
          return new Reason(
              new Piece(templates.render("mail/why.html", values).strip()),
              new Piece(templates.render("mail/why.txt", values).strip()));
        });
  }
}
