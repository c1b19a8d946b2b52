package dev.offprint.digests;

import com.github.benmanes.caffeine.cache.Cache;
import dev.offprint.digests.EditionView.Entry;
import dev.offprint.digests.MailBody.Piece;
import dev.offprint.messages.Messages;
import dev.offprint.templates.Templates;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same parts as those of {@link HtmlParts}, as text; cached, and safe for many threads. */
final class TextParts {
  private final Templates templates;
  private final Messages in;
  private final Cache<Form, TextSkeleton> papers = HtmlParts.cache(HtmlParts.MOST_PAPERS);
  private final Cache<MailPaper, TextSkeleton> lines = HtmlParts.cache(HtmlParts.MOST_PAPERS);
  private final Cache<String, TextSkeleton> sections = HtmlParts.cache(1);
  private final Cache<SectionHeading, TextSkeleton> headings =
      HtmlParts.cache(HtmlParts.MOST_TEXTS);
  private final Cache<Entry, TextSkeleton> entries = HtmlParts.byEntry();

  TextParts(Templates templates, Messages in) {
    this.templates = templates;
    this.in = in;
  }

  private record Form(MailPaper paper, boolean noted, boolean excerpted) {}

  /** What is open in a part. */
  private enum Place {
    TITLE,
    NOTE,
    EXCERPT,
    LINKS;

    private static final List<Place> ALL = List.of(values());

    private String mark() {
      return Skeleton.mark(ALL.indexOf(this));
    }

    private String mark(boolean isThere) {
      return isThere ? mark() : "";
    }
  }

  /** Adds a section's heading. */
  void heading(SectionHeading heading, List<Piece> to) {
    headings
        .get(
            heading,
            each ->
                sections
                    .get("section", name -> filled(name, Map.of("title", Place.TITLE.mark())))
                    .with(place -> new Piece(each.text())))
        .fill(to, (pieces, place) -> {});
  }

  /** Adds a paper. */
  void paper(Entry entry, TextLinks links, HtmlParts.Answers answers, List<Piece> to) {
    entries
        .get(entry, this::paper)
        .fill(
            to,
            (pieces, place) ->
                pieces.add(
                    new Piece(
                        entry.size() == Size.LINE
                            ? links.page(entry.paper())
                            : links.all(entry.paper(), answers.more() + entry.paper().id()))));
  }

  private TextSkeleton paper(Entry entry) {
    TextSkeleton paper = entry.size() == Size.LINE ? line(entry) : whole(entry);
    return paper.with(place -> known(Place.ALL.get(place), entry));
  }

  private static @Nullable Piece known(Place place, Entry entry) {
    return switch (place) {
      case NOTE ->
          new Piece(entry.size() == Size.LINE ? entry.note().reason() : entry.note().text());
      case EXCERPT -> new Piece(entry.excerpt().text());
      default -> null;
    };
  }

  private TextSkeleton line(Entry entry) {
    return lines.get(
        entry.paper(),
        paper ->
            filled(
                "line",
                Map.of(
                    "paper", paper,
                    "reason", Place.NOTE.mark(),
                    "link", Place.LINKS.mark())));
  }

  private TextSkeleton whole(Entry entry) {
    return papers.get(
        new Form(entry.paper(), !entry.note().text().isEmpty(), !entry.excerpt().isEmpty()),
        form ->
            filled(
                "paper",
                Map.of(
                    "paper", form.paper(),
                    "authors", form.paper().authorsText(),
                    "note", Place.NOTE.mark(form.noted()),
                    "excerpt", Place.EXCERPT.mark(form.excerpted()),
                    "links", Place.LINKS.mark())));
  }

  private TextSkeleton filled(String name, Map<String, ?> values) {
    return new TextSkeleton(templates.render("mail/" + name + ".txt", in, values), place -> false);
  }
}
