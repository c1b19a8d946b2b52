package dev.offprint.digests;

import dev.offprint.digests.EditionView.Entry;
import dev.offprint.digests.Frames.Frame;
import dev.offprint.digests.MailBody.Piece;
import dev.offprint.digests.PaperParts.Answers;
import dev.offprint.subscribers.Preferences;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.unbescape.html.HtmlEscape;

/**
 * Makes the mail of an edition from the templates {@code mail/edition}, {@code mail/paper} and
 * {@code mail/why}, each as HTML and as text; safe for use by many threads.
 *
 * <p>Papers are shown in the edition's order, those of one kind of reason together. An edition of
 * ten usual papers is about 19 KB of HTML, and one of fifty stays below the 102 KB at which Gmail
 * hides the rest of a mail, because abstracts are cut shorter from the sixteenth paper on.
 */
public final class EditionRenderer {
  private final PaperBlocks blocks = new PaperBlocks();
  private final Reasons reasons = new Reasons();
  private final PaperParts parts;
  private final Frames frames;

  public EditionRenderer(Templates templates) {
    parts = new PaperParts(templates);
    frames = new Frames(templates);
  }

  /**
   * Renders one edition.
   *
   * @throws BrokenTemplate when the operator's templates cannot be filled
   */
  public RenderedMail render(Edition edition, SubscriberLinks links) {
    EditionView view = EditionView.of(edition, blocks, reasons);
    List<Entry> entries =
        view.sections().stream().flatMap(section -> section.entries().stream()).toList();
    String subject =
        Subject.of(
            edition.day(),
            edition.isWeekly(),
            entries.getFirst().paper().title(),
            edition.papers().size() - 1);
    Values values = new Values(edition, view, links, subject);
    Frame frame = frames.of(view);
    List<Piece> html = new ArrayList<>();
    Answers answers = values.answers(HtmlEscape::escapeHtml4Xml);
    frame.html().fill(html, (to, place) -> html(place, values, entries, answers, to));
    List<Piece> text = new ArrayList<>();
    Answers plainAnswers = values.answers(UnaryOperator.identity());
    frame.text().fill(text, (to, place) -> text(place, values, entries, plainAnswers, to));
    return new RenderedMail(subject, new MailBody(html), new MailBody(text));
  }

  private void html(
      int place, Values values, List<Entry> entries, Answers answers, List<Piece> to) {
    if (place < Frames.paper(0)) {
      to.add(new Piece(HtmlEscape.escapeHtml4Xml(values.of(Frames.Place.ALL.get(place)))));
      return;
    }
    int behind = place - Frames.paper(0);
    Entry entry = entries.get(behind / 2);
    if (behind % 2 == 0) {
      parts.html(entry, answers, to);
    } else {
      to.add(parts.whyInHtml(entry));
    }
  }

  private void text(
      int place, Values values, List<Entry> entries, Answers answers, List<Piece> to) {
    if (place < Frames.paper(0)) {
      to.add(new Piece(values.of(Frames.Place.ALL.get(place))));
    } else {
      parts.text(entries.get((place - Frames.paper(0)) / 2), answers, to);
    }
  }

  /** What a frame and its papers say to one subscriber. */
  private record Values(Edition edition, EditionView view, SubscriberLinks links, String subject) {
    String of(Frames.Place place) {
      return switch (place) {
        case SUBJECT -> subject;
        case CONTENTS -> view.contents();
        case PREVIEW -> view.preview();
        case ADDRESS -> edition.subscriber().address().toString();
        case CONTENT ->
            content(edition.subscriber().preferences())
                + (edition.isWeekly() ? ", once a week" : "");
        case VIEW -> links.view().toASCIIString();
        case PREFERENCES -> links.preferences().toASCIIString();
        case UNSUBSCRIBE -> links.unsubscribe().toASCIIString();
      };
    }

    Answers answers(UnaryOperator<String> escaped) {
      return new Answers(
          new Piece(escaped.apply(links.more().toASCIIString() + "?paper=")),
          new Piece(escaped.apply(links.less().toASCIIString() + "?paper=")));
    }
  }

  /** What a subscriber asked for, in words that follow "asked for". */
  static String content(Preferences preferences) {
    return switch (preferences.content()) {
      case TRENDING -> "trending papers";
      case MATCHING -> "papers that match your interests";
      case BOTH ->
          preferences.interests().isEmpty()
              ? "trending papers and papers like those you chose"
              : "trending papers and papers that match your interests";
    };
  }
}
