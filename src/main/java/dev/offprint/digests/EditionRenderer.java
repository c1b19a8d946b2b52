package dev.offprint.digests;

import dev.offprint.subscribers.Preferences;
import java.util.Map;

/**
 * Makes the mail of an edition from {@code mail/edition.html} and {@code mail/edition.txt}.
 *
 * <p>Papers are shown in the edition's order, those of one kind of reason together. An edition of
 * ten usual papers is about 19 KB of HTML, and one of fifty stays below the 102 KB at which Gmail
 * hides the rest of a mail, because abstracts are cut shorter from the sixteenth paper on.
 */
public final class EditionRenderer {
  private final Templates templates;
  private final PaperBlocks blocks = new PaperBlocks();

  public EditionRenderer(Templates templates) {
    this.templates = templates;
  }

  /**
   * Renders one edition.
   *
   * @throws BrokenTemplate when the operator's templates cannot be filled
   */
  public RenderedMail render(Edition edition, SubscriberLinks links) {
    EditionView view = EditionView.of(edition, blocks);
    PaperBlock first = view.sections().getFirst().entries().getFirst().paper();
    String subject = Subject.of(edition.day(), first.title(), edition.papers().size() - 1);
    Map<String, Object> values =
        Map.of(
            "subject",
            subject,
            "edition",
            view,
            "address",
            edition.subscriber().address().toString(),
            "content",
            content(edition.subscriber().preferences()),
            "preferences",
            links.preferences().toASCIIString(),
            "unsubscribe",
            links.unsubscribe().toASCIIString(),
            "more",
            links.more().toASCIIString() + "?paper=",
            "less",
            links.less().toASCIIString() + "?paper=");
    return new RenderedMail(
        subject,
        templates.render("mail/edition.html", values),
        TextLayout.of(templates.render("mail/edition.txt", values)));
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
