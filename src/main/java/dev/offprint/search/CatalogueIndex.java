package dev.offprint.search;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import dev.offprint.search.PaperDocuments.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.Lock;

/**
 * An index of all papers that follows the store, on the disk or in memory. One thread at a time may
 * update or close it, while any number search.
 */
final class CatalogueIndex implements AutoCloseable {
  private static final String KEY = "key";
  private static final String REVISION = "revision";
  private static final String FORMAT_KEY = "format";

  /** Of an index that is filled for the first time, so many are found together. */
  private static final int FOUND_TOGETHER = 500;

  private static final Pattern FILE = Pattern.compile("_.+|(?:pending_)?segments.*");

  private final Directory directory;
  private final boolean onDisk;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private volatile long revision;

  /** Whether it is known to hold what this store held at the revision, and not another's papers. */
  private boolean trusted;

  private volatile boolean damaged;

  private CatalogueIndex(Directory directory, boolean onDisk) throws IOException {
    this.directory = directory;
    this.onDisk = onDisk;
    writer = new IndexWriter(directory, configuration());
    try {
      revision = revision(writer);
      searchers = new SearcherManager(writer, new WithoutCache());
      check(searchers);
    } catch (IOException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
  }

  /**
   * The one in a folder; an empty one if there is none.
   *
   * @throws org.apache.lucene.store.LockObtainFailedException when another process updates it
   * @throws IOException when it cannot be used
   */
  static CatalogueIndex in(Path folder) throws IOException {
    Directory directory = FSDirectory.open(folder);
    try {
      return new CatalogueIndex(directory, true);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** An empty one in a folder, whatever is there. */
  static CatalogueIndex anew(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      lock.ensureValid();
      for (String file : directory.listAll()) {
        if (FILE.matcher(file).matches()) {
          directory.deleteFile(file);
        }
      }
    }
    return in(folder);
  }

  /** One in memory that begins with what is in a folder, or empty if that cannot be read. */
  static CatalogueIndex copyOf(Path folder) throws IOException {
    try (Directory disk = FSDirectory.open(folder)) {
      Directory memory = new ByteBuffersDirectory();
      for (String file : SegmentInfos.readLatestCommit(disk).files(true)) {
        memory.copyFrom(disk, file, file, IOContext.READONCE);
      }
      return new CatalogueIndex(memory, false);
    } catch (IOException | RuntimeException e) {
      // It changed meanwhile, or is damaged.
      return empty();
    }
  }

  /** An empty one in memory. */
  static CatalogueIndex empty() throws IOException {
    return new CatalogueIndex(new ByteBuffersDirectory(), false);
  }

  private static IndexWriterConfig configuration() {
    // Whoever updates also merges, so that failing to is noticed and nothing goes on afterwards.
    return PaperDocuments.configuration()
        .setMergeScheduler(new SerialMergeScheduler())
        .setCommitOnClose(false);
  }

  private static long revision(IndexWriter writer) {
    Iterable<Map.Entry<String, String>> written = writer.getLiveCommitData();
    Map<String, String> data = new HashMap<>();
    if (written != null) {
      written.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    return String.valueOf(PaperDocuments.FORMAT).equals(data.get(FORMAT_KEY))
        ? Long.parseLong(data.getOrDefault(REVISION, "-1"))
        : -1;
  }

  /** Reads every file once and compares the sums in them. */
  private static void check(SearcherManager searchers) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        if (leaf.reader() instanceof CodecReader segment) {
          segment.checkIntegrity();
        }
      }
    } finally {
      searchers.release(searcher);
    }
  }

  private static final class WithoutCache extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      return searcher;
    }
  }

  boolean onDisk() {
    return onDisk;
  }

  /** Whether it has ever been filled; until then some papers are missing. */
  boolean isFilled() {
    return revision >= 0;
  }

  /**
   * Takes in what changed in the store.
   *
   * @param stopped asked between two papers; once it says so, this ends
   * @throws CancellationException when it was stopped
   * @throws IOException when the index can be updated no more; so do {@link UncheckedIOException}
   *     and {@link org.apache.lucene.store.AlreadyClosedException}
   */
  void update(PaperStore papers, BooleanSupplier stopped) throws IOException {
    if (damaged) {
      throw new IOException("a search found it damaged");
    }
    long latest = papers.revision();
    if (latest != revision) {
      if (trusted && latest > revision) {
        for (PaperId merged : papers.mergedSince(revision)) {
          writer.deleteDocuments(key(merged));
        }
        papers.changedSince(revision, candidate -> put(candidate, stopped));
      } else {
        trusted = false;
        writer.deleteAll();
        fill(papers, stopped);
      }
      writer.setLiveCommitData(
          Map.of(REVISION, Long.toString(latest), FORMAT_KEY, "" + PaperDocuments.FORMAT)
              .entrySet());
      writer.commit();
      searchers.maybeRefreshBlocking();
      revision = latest;
    }
    // A revision is an instant: two databases do not have the same one.
    trusted = true;
  }

  /** Who searches meanwhile finds the old ones, or if there are none those that are in by then. */
  private void fill(PaperStore papers, BooleanSupplier stopped) {
    AtomicInteger count = new AtomicInteger();
    papers.changedSince(
        -1,
        candidate -> {
          add(candidate, stopped);
          if (!isFilled() && count.incrementAndGet() % FOUND_TOGETHER == 0) {
            show();
          }
        });
  }

  private void show() {
    try {
      searchers.maybeRefresh();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(Candidate candidate, BooleanSupplier stopped) {
    try {
      writer.deleteDocuments(key(candidate.paper().id()));
      add(candidate, stopped);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Candidate candidate, BooleanSupplier stopped) {
    if (stopped.getAsBoolean()) {
      throw new CancellationException("stopped while taking in papers");
    }
    if (candidate.paper().dates().withdrawn() != null) {
      return;
    }
    Document document = PaperDocuments.of(Text.of(candidate));
    document.add(new StringField(KEY, candidate.paper().id().value(), Field.Store.NO));
    try {
      writer.addDocument(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Term key(PaperId id) {
    return new Term(KEY, id.value());
  }

  /** What searches; to be released. */
  IndexSearcher acquire() throws IOException {
    return searchers.acquire();
  }

  void release(IndexSearcher searcher) throws IOException {
    searchers.release(searcher);
  }

  /** Has the next update fail, because reading it did. */
  void tellDamaged() {
    damaged = true;
  }

  /** Ends updating, so that another can; it can be searched still. */
  void stopUpdating() throws IOException {
    try (directory) {
      writer.rollback();
    }
  }

  @Override
  public void close() throws IOException {
    try (directory;
        searchers) {
      writer.rollback();
    }
  }
}
