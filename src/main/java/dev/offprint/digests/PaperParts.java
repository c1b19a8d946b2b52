package dev.offprint.digests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.offprint.digests.EditionView.Entry;
import dev.offprint.digests.MailBody.Piece;
import dev.offprint.messages.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unbescape.html.HtmlEscape;

/**
 * The parts of a mail that are the same for many subscribers: headings, and papers but for each
 * reader's own links. Each is made once and cached; safe for use by many threads.
 */
final class PaperParts {
  /** More than one day's editions draw on. */
  private static final int MOST_PAPERS = 4_000;

  /** More than the readers of a small machine have interests. */
  private static final int MOST_TEXTS = 20_000;

  private static final String HTML = "mail/edition.html";

  private final Templates templates;
  private final Messages in;
  private final Cache<Form, Skeleton> papers = cache(MOST_PAPERS);
  private final Cache<TextForm, TextSkeleton> texts = cache(MOST_TEXTS);
  private final Cache<Line, Piece> lines = cache(MOST_TEXTS);
  private final Cache<Line, TextSkeleton> textLines = cache(MOST_TEXTS);
  private final Cache<SectionHeading, Skeleton> headings = cache(MOST_TEXTS);
  private final Cache<SectionHeading, Piece> textHeadings = cache(MOST_TEXTS);
  private final Cache<PaperExcerpt, Piece> excerpts = cache(MOST_TEXTS);
  private final Cache<String, Piece> notes = cache(MOST_TEXTS);
  private final Cache<String, Skeleton> also = cache(1);
  private final Cache<String, Skeleton> marks = cache(1);

  PaperParts(Templates templates, Messages in) {
    this.templates = templates;
    this.in = in;
  }

  private static <K, V> Cache<K, V> cache(int most) {
    return Caffeine.newBuilder().maximumSize(most).<K, V>build();
  }

  private record Form(MailPaper paper, boolean lead, boolean noted, boolean excerpted) {}

  /** Text has no marks, so that readers of several interests see the same. */
  private record TextForm(MailPaper paper, String excerpt, String note) {}

  private record Line(MailPaper paper, String reason) {}

  /** What is open in a part. */
  private enum Place {
    NOTE,
    EXCERPT,
    MORE,
    LESS,
    INSIDE;

    private static final List<Place> ALL = List.of(values());

    String mark() {
      return Skeleton.mark(ALL.indexOf(this));
    }
  }

  /** Each reader's own beginning of the links that answer a paper. */
  record Answers(Piece more, Piece less) {}

  /** What adds itself to a mail. */
  @FunctionalInterface
  interface Content {
    void addTo(List<Piece> pieces);
  }

  /** Adds a section as HTML around its papers. */
  void section(SectionHeading heading, Content inside, List<Piece> to) {
    headings
        .get(
            heading,
            each ->
                new Skeleton(
                    templates.part(
                            HTML,
                            "section",
                            in,
                            Map.of("heading", each, "papers", Place.INSIDE.mark()))
                        + "\n"))
        .fill(to, (pieces, place) -> inside.addTo(pieces));
  }

  /** Adds the papers that have a line each as HTML. */
  void also(String title, Content inside, List<Piece> to) {
    also.get(
            title,
            each ->
                new Skeleton(
                    templates.part(
                            HTML, "also", in, Map.of("title", each, "lines", Place.INSIDE.mark()))
                        + "\n"))
        .fill(to, (pieces, place) -> inside.addTo(pieces));
  }

  /** Adds a paper as HTML. */
  void html(Entry entry, Answers answers, List<Piece> to) {
    if (entry.size() == Size.LINE) {
      to.add(
          lines.get(
              new Line(entry.paper(), entry.note().reason()),
              line ->
                  new Piece(
                      templates.part(
                              HTML,
                              "line",
                              in,
                              Map.of("paper", line.paper(), "reason", line.reason()))
                          + "\n")));
      return;
    }
    part(entry)
        .fill(
            to,
            (pieces, place) ->
                pieces.add(
                    switch (Place.ALL.get(place)) {
                      case NOTE ->
                          notes.get(
                              entry.note().text(),
                              note -> new Piece(HtmlEscape.escapeHtml4Xml(note)));
                      case EXCERPT -> excerpts.get(entry.excerpt(), this::html);
                      case MORE -> answers.more();
                      case LESS, INSIDE -> answers.less();
                    }));
  }

  private Skeleton part(Entry entry) {
    return papers.get(
        new Form(
            entry.paper(),
            entry.size() == Size.LEAD,
            !entry.note().text().isEmpty(),
            !entry.excerpt().isEmpty()),
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
          return new Skeleton(templates.part(HTML, "paper", in, values));
        });
  }

  private Piece html(PaperExcerpt excerpt) {
    Skeleton mark =
        marks.get(
            "mark",
            name ->
                new Skeleton(
                    templates.part(HTML, name, in, Map.of("word", Place.INSIDE.mark())).strip()));
    StringBuilder html = new StringBuilder();
    for (PaperExcerpt.Run run : excerpt.runs()) {
      String escaped = HtmlEscape.escapeHtml4Xml(run.text());
      html.append(run.matched() ? mark.filled(place -> escaped) : escaped);
    }
    return new Piece(html.toString());
  }

  /** A section's heading as lines of text. */
  Piece heading(SectionHeading heading) {
    return textHeadings.get(
        heading,
        each ->
            new Piece(
                TextLayout.of(
                    templates.render("mail/section.txt", in, Map.of("title", each.text())))));
  }

  /** Adds a paper as text. */
  void text(Entry entry, TextLinks links, Answers answers, List<Piece> to) {
    if (entry.size() == Size.LINE) {
      textLines
          .get(
              new Line(entry.paper(), entry.note().reason()),
              line ->
                  text(
                      "mail/line.txt",
                      Map.of(
                          "paper", line.paper(),
                          "reason", line.reason(),
                          "link", Place.INSIDE.mark())))
          .fill(to, (pieces, place) -> pieces.add(new Piece(links.page(entry.paper()))));
      return;
    }
    texts
        .get(
            new TextForm(entry.paper(), entry.excerpt().text(), entry.note().text()),
            form ->
                text(
                    "mail/paper.txt",
                    Map.of(
                        "paper", form.paper(),
                        "authors", form.paper().authorsText(),
                        "note", form.note(),
                        "excerpt", form.excerpt(),
                        "links", Place.INSIDE.mark())))
        .fill(
            to,
            (pieces, place) ->
                pieces.add(
                    new Piece(links.all(entry.paper(), answers.more() + entry.paper().id()))));
  }

  private TextSkeleton text(String name, Map<String, ?> values) {
    return new TextSkeleton(templates.render(name, in, values), place -> false);
  }
}
