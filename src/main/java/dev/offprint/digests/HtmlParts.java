package dev.offprint.digests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.offprint.digests.EditionView.Entry;
import dev.offprint.digests.MailBody.Piece;
import dev.offprint.digests.sentences.MarkedText.Mark;
import dev.offprint.messages.Messages;
import dev.offprint.templates.Templates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.unbescape.html.HtmlEscape;

/**
 * The parts of a mail's HTML in one language that are the same for many readers: headings, and
 * papers but for each reader's own links. The template engine fills each once for a paper; what a
 * reader's interests change is put into that. All is cached; safe for use by many threads.
 */
final class HtmlParts {
  /** More than one day's editions draw on. */
  static final int MOST_PAPERS = 4_000;

  /** More than the readers of a small machine have interests. */
  static final int MOST_TEXTS = 20_000;

  private static final String FILE = "mail/edition.html";

  private final Templates templates;
  private final Messages in;
  private final Cache<Form, Skeleton> papers = cache(MOST_PAPERS);
  private final Cache<MailPaper, Skeleton> lines = cache(MOST_PAPERS);
  private final Cache<Around, Skeleton> sections = cache(4);
  private final Cache<SectionHeading, Skeleton> headings = cache(MOST_TEXTS);
  private final Cache<PaperExcerpt, Piece> excerpts = cache(MOST_TEXTS);
  private final Cache<String, Piece> notes = cache(MOST_TEXTS);
  private final Cache<String, Skeleton> also = cache(1);
  private final Cache<String, Skeleton> marks = cache(1);
  // A paper is told of by the same entry as long as it is cached, so that an entry stands for
  // itself.
  private final Cache<Entry, Skeleton> entries =
      Caffeine.newBuilder().weakKeys().maximumSize(MOST_TEXTS).build();

  HtmlParts(Templates templates, Messages in) {
    this.templates = templates;
    this.in = in;
  }

  static <K, V> Cache<K, V> cache(int most) {
    return Caffeine.newBuilder().maximumSize(most).<K, V>build();
  }

  /**
   * A paper is told of by the same entry as long as it is cached, so an entry stands for itself.
   */
  static <V> Cache<Entry, V> byEntry() {
    return Caffeine.newBuilder().weakKeys().maximumSize(MOST_TEXTS).<Entry, V>build();
  }

  /** What of a paper is told, but for the texts. */
  private record Form(MailPaper paper, boolean lead, boolean noted, boolean excerpted) {}

  /** Whether something stands around the name of a heading. */
  private record Around(boolean before, boolean after) {}

  /** What is open in a part. */
  private enum Place {
    BEFORE,
    NAME,
    AFTER,
    NOTE,
    EXCERPT,
    MORE,
    LESS,
    INSIDE;

    private static final List<Place> ALL = List.of(values());

    private String mark() {
      return Skeleton.mark(ALL.indexOf(this));
    }

    private String mark(boolean isThere) {
      return isThere ? mark() : "";
    }

    private static Place at(int place) {
      return ALL.get(place);
    }
  }

  /** Each reader's own beginning of the links that answer a paper. */
  record Answers(Piece more, Piece less) {}

  /** Adds a section around its papers. */
  void section(SectionHeading heading, Consumer<List<Piece>> inside, List<Piece> to) {
    headings.get(heading, this::section).fill(to, (pieces, place) -> inside.accept(pieces));
  }

  private Skeleton section(SectionHeading heading) {
    return sections
        .get(new Around(!heading.before().isEmpty(), !heading.after().isEmpty()), this::section)
        .with(
            place ->
                switch (Place.at(place)) {
                  case BEFORE -> escaped(heading.before());
                  case NAME -> escaped(heading.name());
                  case AFTER -> escaped(heading.after());
                  default -> null;
                });
  }

  private Skeleton section(Around around) {
    SectionHeading marked =
        new SectionHeading(
            Place.BEFORE.mark(around.before()),
            Place.NAME.mark(),
            Place.AFTER.mark(around.after()));
    return part("section", Map.of("heading", marked, "papers", Place.INSIDE.mark()));
  }

  /** Adds the papers that have a line each. */
  void also(String title, Consumer<List<Piece>> inside, List<Piece> to) {
    also.get(title, each -> part("also", Map.of("title", each, "lines", Place.INSIDE.mark())))
        .fill(to, (pieces, place) -> inside.accept(pieces));
  }

  /** Adds a paper. */
  void paper(Entry entry, Answers answers, List<Piece> to) {
    entries
        .get(entry, this::paper)
        .fill(
            to,
            (pieces, place) ->
                pieces.add(Place.at(place) == Place.MORE ? answers.more() : answers.less()));
  }

  private Skeleton paper(Entry entry) {
    Skeleton paper = entry.size() == Size.LINE ? line(entry) : whole(entry);
    return paper.with(place -> known(Place.at(place), entry));
  }

  private @Nullable Piece known(Place place, Entry entry) {
    return switch (place) {
      case NOTE -> {
        boolean isLine = entry.size() == Size.LINE;
        yield notes.get(isLine ? entry.note().reason() : entry.note().text(), HtmlParts::escaped);
      }
      case EXCERPT -> excerpts.get(entry.excerpt(), this::excerpt);
      default -> null;
    };
  }

  private Skeleton line(Entry entry) {
    return lines.get(
        entry.paper(), paper -> part("line", Map.of("paper", paper, "reason", Place.NOTE.mark())));
  }

  private Skeleton whole(Entry entry) {
    Form asked =
        new Form(
            entry.paper(),
            entry.size() == Size.LEAD,
            !entry.note().text().isEmpty(),
            !entry.excerpt().isEmpty());
    return papers.get(
        asked,
        form -> {
          Map<String, Object> values = new HashMap<>();
          values.put("paper", form.paper());
          values.put("id", form.paper().id());
          values.put("lead", form.lead());
          if (form.noted()) {
            values.put("note", Place.NOTE.mark());
          }
          if (form.excerpted()) {
            values.put("excerpt", Place.EXCERPT.mark());
          }
          values.put("more", Place.MORE.mark());
          values.put("less", Place.LESS.mark());
          return new Skeleton(templates.part(FILE, "paper", in, values));
        });
  }

  private Piece excerpt(PaperExcerpt excerpt) {
    Skeleton mark =
        marks.get(
            "mark",
            name ->
                new Skeleton(
                    templates.part(FILE, name, in, Map.of("word", Place.INSIDE.mark())).strip()));
    StringBuilder html = new StringBuilder();
    int from = 0;
    for (Mark each : excerpt.marks()) {
      html.append(HtmlEscape.escapeHtml4Xml(excerpt.text().substring(from, each.from())));
      String word = HtmlEscape.escapeHtml4Xml(excerpt.text().substring(each.from(), each.to()));
      html.append(mark.filled(place -> word));
      from = each.to();
    }
    html.append(HtmlEscape.escapeHtml4Xml(excerpt.text().substring(from)));
    return new Piece(html.toString());
  }

  private Skeleton part(String name, Map<String, ?> values) {
    return new Skeleton(templates.part(FILE, name, in, values) + "\n");
  }

  private static Piece escaped(String text) {
    return new Piece(HtmlEscape.escapeHtml4Xml(text));
  }
}
