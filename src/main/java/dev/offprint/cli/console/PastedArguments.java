package dev.offprint.cli.console;

import dev.offprint.interests.PastedInterests;
import dev.offprint.messages.Message;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Interests as they are given or pasted on the command line. */
public final class PastedArguments {
  private PastedArguments() {}

  /**
   * The interests; what was understood of them goes to the console.
   *
   * @param option what they were given with
   * @param texts each by itself: an interest, or a list of them
   * @param reach how far they all reach; null for what each says itself
   * @throws CommandFailure when any cannot be taken; it names all that cannot
   */
  public static List<Interest> read(
      String option, List<String> texts, @Nullable Reach reach, Console console) {
    List<Interest> interests = new ArrayList<>();
    List<PastedInterests.Note> notes = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String text : texts) {
      PastedInterests pasted = PastedInterests.read(text);
      interests.addAll(pasted.interests());
      notes.addAll(pasted.notes());
      pasted.refused().forEach(refused -> problems.add(problem(option, refused)));
      if (text.isBlank()) {
        problems.add(problem(option, new PastedInterests.Note(text, Message.of("interest.empty"))));
      }
    }
    if (problems.size() == 1) {
      throw CommandFailure.wrongUsage(problems.getFirst());
    }
    if (!problems.isEmpty()) {
      throw CommandFailure.wrongUsage(
          String.format(Locale.ROOT, "%d interests cannot be taken", problems.size()), problems);
    }
    notes.forEach(
        note ->
            console.note(
                String.format(
                    Locale.ROOT, "the interest %s: %s", Text.quoted(note.start()), note.says())));
    return reach == null
        ? List.copyOf(interests)
        : interests.stream().map(interest -> interest.with(reach)).toList();
  }

  private static String problem(String option, PastedInterests.Note refused) {
    return String.format(
        Locale.ROOT, "%s %s: %s", option, Text.quoted(refused.start()), refused.says());
  }
}
