package dev.offprint.digests;

import dev.offprint.digests.EditionNotes.LastBrought;
import dev.offprint.groups.Group;
import dev.offprint.messages.Messages;
import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Popularity;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Timing;
import dev.offprint.templates.BrokenTemplate;
import dev.offprint.templates.Templates;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills every template of a mail with invented content, so that what is broken in one is told when
 * it is edited, and not in the morning.
 */
public final class MailCheck {
  private static final LocalDate DAY = LocalDate.of(2025, 5, 27);

  /** More than are shown in full. */
  private static final int PAPERS = 12;

  private static final Interest INTEREST = new Interest("tidal pools");
  private static final URI LINK = URI.create("https://papers.example.org/x");

  private MailCheck() {}

  /**
   * Makes a mail of each kind in each language.
   *
   * @throws BrokenTemplate for the first that cannot be made, with file, line and reason
   */
  public static void of(Templates templates, Imprint imprint) {
    for (Messages in : templates.languages().all()) {
      of(templates, imprint, reader(in.language()));
    }
  }

  private static void of(Templates templates, Imprint imprint, Subscriber reader) {
    SubscriberLinks links = new SubscriberLinks(LINK, LINK, LINK, LINK, LINK, LINK, LINK);
    EditionRenderer editions = new EditionRenderer(templates, imprint);
    editions.render(edition(reader), links);
    editions.checkFrames(reader.preferences().language());
    NoticeRenderer notices = new NoticeRenderer(templates, imprint);
    notices.confirmation(reader, LINK, Duration.ofDays(3));
    notices.group(
        reader,
        Group.of("Friends of the Shore", Group.Access.PUBLIC, false, reader.preferences()),
        LINK,
        Duration.ofDays(3));
    notices.newAddress(reader, LINK, Duration.ofDays(3));
    notices.link(reader, LINK);
    notices.data(reader, LINK, Duration.ofDays(1));
    notices.move(reader, LINK);
  }

  private static Subscriber reader(String language) {
    return new Subscriber(
        1,
        EmailAddress.of("reader@example.org"),
        Subscriber.Status.ACTIVE,
        new Preferences(
            Preferences.Content.BOTH,
            List.of(INTEREST),
            10,
            Timing.usual(ZoneOffset.UTC),
            Preferences.Format.HTML,
            language),
        Instant.EPOCH,
        Instant.EPOCH);
  }

  private static Edition edition(Subscriber reader) {
    List<ChosenPaper> chosen = new ArrayList<>();
    chosen.add(paper(0, new Reason.Matched(INTEREST, List.of("pools"))));
    chosen.add(paper(1, new Reason.Close(INTEREST, "Water moves twice a day.")));
    chosen.add(paper(2, new Reason.Matched(INTEREST, List.of("pools"), "Friends of the Shore")));
    chosen.add(paper(3, new Reason.Alike(new PaperId("shore"), "The life of the shore")));
    for (int number = 4; number < PAPERS; number++) {
      chosen.add(paper(number, new Reason.Trending(PAPERS - number, number, true)));
    }
    return new Edition(
        reader,
        DAY,
        chosen,
        new EditionNotes(1_024, List.of(new LastBrought(new Interest("rock"), DAY.minusDays(9)))),
        "arxiv (no answer)");
  }

  private static ChosenPaper paper(int number, Reason reason) {
    return new ChosenPaper(
        new Paper(
            new PaperId("paper-" + number),
            "What lives in the pools of the shore, part " + number + " " + "and more ".repeat(20),
            "We counted snails in 40 pools. There are more of them in the shade.",
            List.of(new Author("Ada Lovelace"), new Author("Emmy Noether")),
            List.of("q-bio.PE"),
            new Paper.Links(LINK, LINK, LINK),
            new Paper.Dates(DAY, DAY.minusDays(2), null),
            new Paper.Listing(
                "Institute of the Shore",
                new Paper.Summary("Snails prefer the shade.", "a friend of snails"))),
        new Popularity(12, 3, 40, new Popularity.Rise(9, DAY.minusDays(1))),
        reason);
  }
}
