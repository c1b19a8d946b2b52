package dev.offprint.digests;

import dev.offprint.digests.EditionNotes.LastBrought;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mail of every kind. */
public final class SampleMails {
  private static final URI LINK =
      URI.create("https://papers.example.org/preferences/Zk4uY7bQm1RvXt9sLd2eHw");

  private SampleMails() {}

  /** By what they are called in file names. */
  public static Map<String, RenderedMail> all() {
    EditionRenderer editions = new EditionRenderer(Samples.templates(), Samples.IMPRINT);
    NoticeRenderer notices = new NoticeRenderer(Samples.templates(), Samples.IMPRINT);
    Subscriber reader = Samples.subscriber(Preferences.Content.BOTH);
    Map<String, RenderedMail> mails = new LinkedHashMap<>();
    mails.put("edition", editions.render(told(), Samples.LINKS));
    mails.put(
        "single", editions.render(Samples.edition(Samples.usual().papers().get(1)), Samples.LINKS));
    mails.put("weekly", editions.render(Samples.weekly(), Samples.LINKS));
    mails.put("long", editions.render(Samples.ofLength(30), Samples.LINKS));
    mails.put("confirmation", notices.confirmation(reader, LINK, Duration.ofDays(3)));
    mails.put("link", notices.link(reader, LINK));
    mails.put("data", notices.data(reader, LINK, Duration.ofDays(1)));
    mails.put("new-address", notices.newAddress(reader, LINK, Duration.ofDays(3)));
    mails.put("move", notices.move(reader, LINK));
    mails.put("edition-de", editions.render(german(told()), Samples.LINKS));
    mails.put("confirmation-de", notices.confirmation(german(reader), LINK, Duration.ofDays(3)));
    return mails;
  }

  static Edition german(Edition edition) {
    return new Edition(
        german(edition.subscriber()),
        edition.day(),
        edition.papers(),
        edition.notes(),
        edition.lateSources());
  }

  static Subscriber german(Subscriber subscriber) {
    return subscriber.wanting(subscriber.preferences().in("de"));
  }

  /** With everything that an edition can tell. */
  static Edition told() {
    Edition usual = Samples.usual();
    return new Edition(
        usual.subscriber(),
        usual.day(),
        usual.papers(),
        new EditionNotes(
            412,
            List.of(
                new LastBrought(new Interest("tidal pools"), Samples.DAY.minusDays(9)),
                new LastBrought(new Interest("author:Noether"), null))),
        "biorxiv (no connection)");
  }
}
