package dev.offprint.bench;

import dev.offprint.cli.console.Document;
import dev.offprint.planning.EditionPlanner.Planned;
import dev.offprint.planning.PlanningTimes.Stage;

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
    BenchStages stages,
    BenchHeap heap) {

  /** In nanoseconds: all but the writing, beside which the next round is read. */
  double choosing() {
    return wall - 1e9 * stages.seconds(Stage.WRITING);
  }

  Document into(Document document) {
    return document
        .with("editions", planned.editions())
        .with("skipped", planned.skipped())
        .with(
            "stage_seconds",
            new Document()
                .with("index", stages.seconds(Stage.INDEX))
                .with("reading_beside_the_others", stages.seconds(Stage.READING))
                .with("waiting_for_reading", stages.seconds(Stage.WAITING_FOR_READING))
                .with("evaluating_interests_and_their_vectors", stages.seconds(Stage.EVALUATING))
                .with("choosing", stages.seconds(Stage.CHOOSING))
                .with("writing_ledger", stages.seconds(Stage.WRITING)))
        .with("choosing_seconds", BenchStages.seconds(Math.round(choosing())))
        .with("subscribers_per_second", Math.round(subscribers * 1e9 / choosing()))
        .with("wall_seconds", BenchStages.seconds(wall))
        .with("processor_seconds", BenchStages.seconds(processor))
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
