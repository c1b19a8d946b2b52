package dev.offprint.bench;

import dev.offprint.cli.console.Document;
import dev.offprint.metrics.PlanningTimers;
import dev.offprint.metrics.PlanningTimers.Stage;
import dev.offprint.planning.EditionPlanner.Planned;

/**
 * What planning took.
 *
 * @param wall in nanoseconds, of all of it
 * @param processor the processor time of the whole process meanwhile, in nanoseconds
 */
record BenchReport(
    int subscribers,
    Planned planned,
    long wall,
    long processor,
    PlanningTimers stages,
    BenchHeap heap) {

  /** In nanoseconds: all but the writing, beside which the next round is read. */
  double choosing() {
    return wall - 1e9 * stages.seconds(Stage.WRITING);
  }

  /** To the millisecond. */
  private double rounded(Stage stage) {
    return ProcessTime.seconds(Math.round(1e9 * stages.seconds(stage)));
  }

  Document into(Document document) {
    return document
        .with("editions", planned.editions())
        .with("skipped", planned.skipped())
        .with(
            "stage_seconds",
            new Document()
                .with("index", rounded(Stage.INDEX))
                .with("reading_beside_the_others", rounded(Stage.READING))
                .with("waiting_for_reading", rounded(Stage.WAITING_FOR_READING))
                .with("evaluating_interests_and_their_vectors", rounded(Stage.EVALUATING))
                .with("choosing", rounded(Stage.CHOOSING))
                .with("writing_ledger", rounded(Stage.WRITING)))
        .with("choosing_seconds", ProcessTime.seconds(Math.round(choosing())))
        .with("subscribers_per_second", Math.round(subscribers * 1e9 / choosing()))
        .with("wall_seconds", ProcessTime.seconds(wall))
        .with("processor_seconds", ProcessTime.seconds(processor))
        .with(
            "heap_mb",
            new Document()
                .with("peak_after_collection", heap.usedPeak())
                .with("peak_committed", heap.committedPeak())
                .with("limit", BenchHeap.limit())
                .with(
                    "how",
                    "heap pools after each collection while planning; garbage that only a full"
                        + " collection frees counts as used"));
  }
}
