package dev.offprint.digests;

import dev.offprint.digests.EditionView.Entry;
import dev.offprint.digests.EditionView.Section;
import dev.offprint.digests.Frames.Frame;
import dev.offprint.digests.Frames.Place;
import dev.offprint.digests.HtmlParts.Answers;
import dev.offprint.digests.MailBody.Piece;
import dev.offprint.messages.Messages;
import dev.offprint.templates.BrokenTemplate;
import dev.offprint.templates.Templates;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.unbescape.html.HtmlEscape;

/**
 * Makes the mail of an edition from the templates {@code mail/edition.html}, and {@code
 * mail/edition.txt} with {@code section.txt}, {@code paper.txt} and {@code line.txt} beside it;
 * safe for use by many threads.
 *
 * <p>Papers stand by what brought them, see {@link EditionView}. No mail has more than {@value
 * #MOST_OCTETS} octets of HTML, below the 102 KB at which Gmail hides the rest: sentences go first,
 * then papers are left to the page in the browser.
 */
public final class EditionRenderer {
  /** The most octets of the HTML as it is sent. */
  static final int MOST_OCTETS = 95_000;

  private final Templates templates;
  private final Imprint imprint;
  private final PaperExcerpts excerpts;
  private final Map<String, Pieces> byLanguage = new ConcurrentHashMap<>();

  public EditionRenderer(Templates templates, Imprint imprint) {
    this.templates = templates;
    this.imprint = imprint;
    this.excerpts = new PaperExcerpts(imprint.sourceSummaries());
  }

  /** What mails of one language are put together from. */
  private record Pieces(
      PaperPieces papers, HtmlParts html, TextParts text, Frames frames, Messages in) {}

  private Pieces pieces(String language) {
    return byLanguage.computeIfAbsent(
        templates.languages().of(language).language(),
        known -> {
          Messages in = templates.languages().of(known);
          return new Pieces(
              new PaperPieces(excerpts, in),
              new HtmlParts(templates, in),
              new TextParts(templates, in),
              new Frames(templates, imprint, in),
              in);
        });
  }

  /**
   * Renders one edition.
   *
   * @throws BrokenTemplate when the operator's templates cannot be filled
   */
  public RenderedMail render(Edition edition, SubscriberLinks links) {
    Pieces pieces = pieces(edition.subscriber().preferences().language());
    EditionView whole = EditionView.of(edition, pieces.papers());
    RenderedMail mail = render(edition, whole, links, pieces);
    if (mail.htmlBody().wireSize().least() <= MOST_OCTETS) {
      return mail;
    }
    EditionView lines = whole.inLines();
    int shown = lines.also().size();
    mail = render(edition, lines, links, pieces);
    while (shown > 1 && mail.htmlBody().wireSize().least() > MOST_OCTETS) {
      shown = Math.max(1, shown * 9 / 10);
      mail = render(edition, lines.first(shown), links, pieces);
    }
    return mail.leavingOut(edition.papers().size() - shown);
  }

  /** Fills what surrounds papers with all that it can say, and with as little as it can. */
  void checkFrames(String language) {
    pieces(language).frames().check();
  }

  private RenderedMail render(
      Edition edition, EditionView view, SubscriberLinks links, Pieces pieces) {
    Values values = new Values(edition, view, links, pieces);
    Frame frame = pieces.frames().without(values.absent());
    List<Piece> html = new ArrayList<>();
    Answers answers = values.answers(HtmlEscape::escapeHtml4Xml);
    frame
        .html()
        .fill(
            html,
            (to, place) -> {
              if (Place.at(place) == Place.BODY) {
                body(view, pieces, answers, to);
              } else {
                to.add(new Piece(HtmlEscape.escapeHtml4Xml(values.of(Place.at(place)))));
              }
            });
    List<Piece> text = new ArrayList<>();
    Answers plain = values.answers(UnaryOperator.identity());
    TextLinks numbered = new TextLinks(pieces.in());
    frame
        .text()
        .fill(
            text,
            (to, place) -> {
              switch (Place.at(place)) {
                case BODY -> textBody(view, pieces, numbered, plain, to);
                case LINKS -> to.add(new Piece(numbered.list()));
                default -> to.add(new Piece(values.of(Place.at(place))));
              }
            });
    return new RenderedMail(values.subject(), new MailBody(html), new MailBody(text));
  }

  private static void body(EditionView view, Pieces pieces, Answers answers, List<Piece> to) {
    HtmlParts parts = pieces.html();
    for (Section section : view.sections()) {
      parts.section(
          section.heading(),
          inside -> section.entries().forEach(entry -> parts.paper(entry, answers, inside)),
          to);
    }
    if (!view.also().isEmpty()) {
      parts.also(
          view.alsoTitle(pieces.in()),
          inside -> view.also().forEach(entry -> parts.paper(entry, answers, inside)),
          to);
    }
  }

  private static void textBody(
      EditionView view, Pieces pieces, TextLinks links, Answers answers, List<Piece> to) {
    List<Section> sections = new ArrayList<>(view.sections());
    if (!view.also().isEmpty()) {
      sections.add(new Section(SectionHeading.of(view.alsoTitle(pieces.in())), view.also()));
    }
    Piece gap = new Piece("\n");
    boolean isFirst = true;
    for (Section section : sections) {
      if (!isFirst) {
        to.add(gap);
      }
      isFirst = false;
      pieces.text().heading(section.heading(), to);
      for (Entry entry : section.entries()) {
        to.add(gap);
        pieces.text().paper(entry, links, answers, to);
      }
    }
  }

  /** What a frame and its papers say to one subscriber. */
  private static final class Values {
    private final Map<Place, String> values = new EnumMap<>(Place.class);
    private final SubscriberLinks links;

    Values(Edition edition, EditionView view, SubscriberLinks links, Pieces pieces) {
      this.links = links;
      EditionWords words = new EditionWords(edition, view, pieces.papers(), pieces.in());
      values.put(Place.SUBJECT, words.subject());
      values.put(Place.PREVIEW, words.preview());
      values.put(Place.DAY, words.day());
      values.put(Place.CONTENTS, words.contents());
      values.put(Place.IN_BROWSER, words.inBrowser());
      values.put(Place.SILENT, words.silent());
      values.put(Place.LATE, EditionWords.late(edition.lateSources(), pieces.in()));
      values.put(Place.ASKED, words.asked());
      values.put(Place.VIEW, links.view().toASCIIString());
      values.put(Place.PREFERENCES, links.preferences().toASCIIString());
      values.put(Place.PAUSE, links.pause().toASCIIString());
      values.put(Place.WEEKLY, edition.isWeekly() ? "" : links.weekly().toASCIIString());
      values.put(Place.UNSUBSCRIBE, links.unsubscribe().toASCIIString());
    }

    String of(Place place) {
      return values.getOrDefault(place, "");
    }

    String subject() {
      return of(Place.SUBJECT);
    }

    Set<Place> absent() {
      Set<Place> absent = EnumSet.noneOf(Place.class);
      values.forEach(
          (place, value) -> {
            if (value.isEmpty()) {
              absent.add(place);
            }
          });
      return absent;
    }

    Answers answers(UnaryOperator<String> escaped) {
      return new Answers(
          new Piece(escaped.apply(links.more().toASCIIString() + "?paper=")),
          new Piece(escaped.apply(links.less().toASCIIString() + "?paper=")));
    }
  }
}
