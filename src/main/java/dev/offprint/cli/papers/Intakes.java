package dev.offprint.cli.papers;

import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Text;
import dev.offprint.papers.Intake;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.HarvestOutcome.Broken;
import dev.offprint.sources.HarvestOutcome.Harvested;
import dev.offprint.sources.HarvestOutcome.NothingNew;
import dev.offprint.sources.HarvestOutcome.Unreachable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells what files and sources gave, each as it goes, and all of it in the end. */
final class Intakes {
  /** More reasons than this for one file would hide those of the next. */
  private static final int SHOWN_REASONS = 20;

  private final String key;
  private final Console console;
  private final Consumer<String> failed;
  private final boolean everyRecord;
  private final List<Document> documents = new ArrayList<>();
  private Intake total = Intake.NOTHING;
  private int failures;
  private int leftOut;
  private boolean setAside;

  /**
   * Starts with nothing taken in.
   *
   * @param key what the JSON calls the things that are taken in, such as {@code file}
   * @param failed where a line goes that says why nothing could be taken in
   * @param everyRecord whether one that is set aside makes the command fail: so it is where whoever
   *     runs it can mend the record
   */
  Intakes(String key, Console console, Consumer<String> failed, boolean everyRecord) {
    this.key = key;
    this.console = console;
    this.failed = failed;
    this.everyRecord = everyRecord;
  }

  /**
   * Tells what came of one.
   *
   * @param papers how many it had, of which the outcome may hold only the last
   * @param intake what they changed
   */
  void tell(String name, HarvestOutcome outcome, int papers, Intake intake) {
    switch (outcome) {
      case Harvested harvested -> tell(name, harvested, papers, intake);
      case NothingNew nothing -> {
        console.say(String.format(Locale.ROOT, "%s: nothing new: %s", name, nothing.why()));
        documents.add(
            document(name, 0, Intake.NOTHING, List.of()).with("nothing_new", nothing.why()));
      }
      case Unreachable unreachable -> fail(name, unreachable.why(), intake);
      case Broken broken -> fail(name, broken.why(), intake);
    }
  }

  private void tell(String name, Harvested harvested, int papers, Intake intake) {
    List<String> reasons = harvested.setAside();
    setAside |= !reasons.isEmpty();
    total = total.plus(intake);
    console.say(
        String.format(
            Locale.ROOT,
            "%s: %s, %s, %,d set aside",
            name,
            Text.count(papers, "paper"),
            counts(intake),
            reasons.size()));
    reasons.stream()
        .limit(SHOWN_REASONS)
        .forEach(
            reason -> console.note(String.format(Locale.ROOT, "%s: set aside: %s", name, reason)));
    if (reasons.size() > SHOWN_REASONS) {
      console.note(
          String.format(
              Locale.ROOT,
              "%s: and %,d more set aside; --json lists them all",
              name,
              reasons.size() - SHOWN_REASONS));
    }
    Document document = document(name, papers, intake, reasons);
    String shortfall = harvested.shortfall();
    if (shortfall != null) {
      console.note(String.format(Locale.ROOT, "%s: not complete: %s", name, shortfall));
      document = document.with("not_complete", shortfall);
    }
    documents.add(document);
  }

  private void fail(String name, String why, Intake intake) {
    failures++;
    total = total.plus(intake);
    failed.accept(
        String.format(
            Locale.ROOT,
            "%s: %s: %s",
            name,
            intake.equals(Intake.NOTHING) ? "nothing taken in" : "not all taken in",
            why));
    documents.add(new Document().with(key, name).with("error", why));
  }

  private Document document(String name, int count, Intake intake, List<String> setAside) {
    return new Document()
        .with(key, name)
        .with("papers", count)
        .with("new", intake.added())
        .with("updated", intake.updated())
        .with("unchanged", intake.unchanged())
        .with("set_aside", setAside);
  }

  /** Tells of one that was not asked. */
  void leftOut(String name, String why) {
    console.say(String.format(Locale.ROOT, "%s: %s", name, why));
    documents.add(new Document().with(key, name).with("not_asked", why));
    leftOut++;
  }

  /** All of it, and whether any of it failed. */
  CommandResult answer() {
    int counted = documents.size() - leftOut;
    String text =
        counted < 2
            ? ""
            : String.format(
                Locale.ROOT,
                "%s: %s%s",
                Text.count(counted, key),
                counts(total),
                failures == 0 ? "" : String.format(Locale.ROOT, "; %,d of them failed", failures));
    return new CommandResult(text, documents, failures > 0 || (everyRecord && setAside));
  }

  private static String counts(Intake intake) {
    return String.format(
        Locale.ROOT,
        "%,d new, %,d updated, %,d unchanged",
        intake.added(),
        intake.updated(),
        intake.unchanged());
  }
}
