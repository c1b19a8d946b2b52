package dev.offprint.web;

import dev.offprint.interests.InterestCheck;
import dev.offprint.interests.PastedInterests;
import dev.offprint.messages.Message;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.web.http.FormFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The interests of a form.
 *
 * @param typed as they are written
 * @param chosen the same, each with the reach that is chosen beneath
 * @param notes of what was understood, and offers
 * @param problem why they cannot be taken
 */
record WrittenInterests(
    List<Interest> typed,
    List<Interest> chosen,
    List<PastedInterests.Note> notes,
    Optional<Message> problem) {
  static final String FIELD = "interests";

  /** An abstract in lines is one interest; nobody writes as many lines as this. */
  private static final int MOST_LINES = 10 * Preferences.MAX_INTERESTS;

  static WrittenInterests of(FormFields fields) {
    String written = fields.text(FIELD);
    long lines = written.lines().filter(line -> !line.isBlank()).count();
    PastedInterests pasted =
        lines > MOST_LINES ? PastedInterests.NOTHING : PastedInterests.read(written);
    long count = Math.max(lines > MOST_LINES ? lines : 0, pasted.interests().size());
    if (count > Preferences.MAX_INTERESTS) {
      return new WrittenInterests(
          List.of(),
          List.of(),
          List.of(),
          Optional.of(Message.of("page.form.interests.many", count, Preferences.MAX_INTERESTS)));
    }
    return new WrittenInterests(
        pasted.interests(),
        ReachChoice.applied(pasted.interests(), fields.all(ReachChoice.FIELD)),
        pasted.notes(),
        problems(pasted).stream().reduce((one, more) -> Message.of("page.sentences", one, more)));
  }

  private static List<Message> problems(PastedInterests pasted) {
    List<Message> problems = new ArrayList<>();
    pasted.refused().forEach(refused -> problems.add(refused.message()));
    for (Interest interest : pasted.interests()) {
      InterestCheck.complaint(interest)
          .map(why -> Message.of("interest.never", why))
          .map(why -> new PastedInterests.Note(interest.line(), why))
          .ifPresent(note -> problems.add(note.message()));
    }
    return problems;
  }
}
