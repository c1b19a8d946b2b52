package dev.offprint.search;

import dev.offprint.papers.AnnouncedDay;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Intake;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import dev.offprint.papers.Sighting;
import dev.offprint.papers.Signal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Another store, and how often it was asked. */
public final class CountingStore implements PaperStore {
  private final PaperStore papers;
  int handedOver;
  int asked;
  public int announced;
  Runnable onEach = () -> {};

  /** What happens once the papers of a day were read, the first time. */
  public Runnable onceAnnounced = () -> {};

  public CountingStore(PaperStore papers) {
    this.papers = papers;
  }

  @Override
  public Intake record(Collection<Sighting> sightings) {
    return papers.record(sightings);
  }

  @Override
  public Optional<Candidate> find(PaperId id) {
    return papers.find(id);
  }

  @Override
  public Map<PaperId, Candidate> find(Collection<PaperId> ids) {
    asked++;
    return papers.find(ids);
  }

  @Override
  public List<Candidate> announced(LocalDate from, LocalDate to) {
    List<Candidate> found = papers.announced(from, to);
    if (announced++ == 0) {
      onceAnnounced.run();
    }
    return found;
  }

  @Override
  public List<Signal> history(PaperId id) {
    return papers.history(id);
  }

  @Override
  public long revision() {
    return papers.revision();
  }

  @Override
  public void changedSince(long revision, Consumer<Candidate> consumer) {
    papers.changedSince(
        revision,
        candidate -> {
          handedOver++;
          onEach.run();
          consumer.accept(candidate);
        });
  }

  @Override
  public List<PaperId> mergedSince(long revision) {
    return papers.mergedSince(revision);
  }

  @Override
  public List<AnnouncedDay> announcedDays(LocalDate before, int limit) {
    return papers.announcedDays(before, limit);
  }
}
