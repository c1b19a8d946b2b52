package dev.offprint.interests;

import dev.offprint.messages.Message;
import dev.offprint.messages.Unacceptable;
import dev.offprint.search.BackgroundWords;
import dev.offprint.subscribers.Interest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody pasted as interests, read line by line: what is kept, what there is to say of it,
 * and what cannot be taken.
 *
 * @param interests each once, in the order written
 * @param notes of what was understood, and offers; in the order written
 * @param refused lines that cannot be taken, and why
 */
public record PastedInterests(List<Interest> interests, List<Note> notes, List<Note> refused) {
  public static final PastedInterests NOTHING =
      new PastedInterests(List.of(), List.of(), List.of());

  /** A longer text is not an interest, whatever it begins with. */
  static final int MAX_CHARACTERS = 10_000;

  private static final int SHOWN = 30;
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}\\p{Zs}]+");

  public PastedInterests {
    interests = List.copyOf(interests);
    notes = List.copyOf(notes);
    refused = List.copyOf(refused);
  }

  /**
   * Something to say of a line.
   *
   * @param line as it was written
   * @param says without a full stop
   */
  public record Note(String line, Message says) {
    /** The beginning of the line, short enough to be quoted. */
    public String start() {
      String shown = BLANKS.matcher(line).replaceAll(" ").strip();
      int end =
          shown.codePointCount(0, shown.length()) > SHOWN ? shown.offsetByCodePoints(0, SHOWN) : -1;
      return end < 0 ? shown : shown.substring(0, end) + "…";
    }

    /** A sentence that begins with what was written. */
    public Message message() {
      return Message.of("pasted.note", start(), says);
    }

    @Override
    public String toString() {
      return message().toString();
    }
  }

  /** Reads a text of any form; an interest does not go beyond an empty line. */
  public static PastedInterests read(String text) {
    Reading reading = new Reading();
    for (BibTexEntries.Section section : BibTexEntries.sections(text)) {
      if (section.isEntry()) {
        reading.entry(section.text());
      } else {
        PastedProse.lines(section.text()).forEach(reading::line);
      }
    }
    return new PastedInterests(List.copyOf(reading.kept.values()), reading.notes, reading.refused);
  }

  /** Where the pieces come together. */
  private static final class Reading {
    final Map<String, Interest> kept = new LinkedHashMap<>();
    final List<Note> notes = new ArrayList<>();
    final List<Note> refused = new ArrayList<>();
    private final InterestOffers offers = new InterestOffers(BackgroundWords.shipped());

    void entry(String entry) {
      Optional<String> interest = BibTexEntries.interest(entry);
      if (interest.isEmpty()) {
        refused.add(new Note(entry, Message.of("pasted.bibtex")));
        return;
      }
      String line = PastedProse.beginning(interest.get(), Interest.MAX_LENGTH);
      keep(entry, line)
          .ifPresent(known -> notes.add(new Note(entry, PastedLine.taken(known.line()))));
    }

    void line(String written) {
      PastedLine line = PastedLine.of(BLANKS.matcher(written).replaceAll(" ").strip());
      line.says().ifPresent(says -> notes.add(new Note(written, says)));
      for (String piece : line.pieces()) {
        Optional<Interest> interest = keep(written, piece);
        interest.ifPresent(
            known -> offers.of(known).forEach(offer -> notes.add(new Note(piece, offer))));
      }
    }

    private Optional<Interest> keep(String written, String line) {
      Optional<Message> refusal = PastedLine.refusal(line);
      if (refusal.isPresent()) {
        refused.add(new Note(written, refusal.get()));
        return Optional.empty();
      }
      try {
        Interest interest = new Interest(line);
        kept.putIfAbsent(interest.line(), interest);
        return Optional.of(interest);
      } catch (Unacceptable e) {
        refused.add(new Note(written, e.reason()));
        return Optional.empty();
      }
    }
  }
}
