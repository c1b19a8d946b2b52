package dev.offprint.search;

import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All papers that are kept and not withdrawn, ready to be searched the way interests are matched;
 * safe for use by many threads.
 *
 * <p>The index lies in a folder of its own, which can be deleted at any time: a missing, damaged or
 * foreign one is made anew. While another process updates it, this one works on a copy in memory.
 */
public final class PaperCatalogue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PaperCatalogue.class);

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Sort NEWEST_FIRST = new Sort(PaperDocuments.order());
  private static final Sort BEST_FIRST = new Sort(bestFirst());

  private final PaperStore papers;
  private final Path folder;
  private final FetchedPapers fetched;
  private final CountDownLatch opened = new CountDownLatch(1);
  private volatile @Nullable CatalogueIndex index;
  private volatile boolean closed;

  /** Whether the folder is left alone, because it cannot be written. */
  private boolean inMemoryForGood;

  /**
   * Opens nothing.
   *
   * @param folder for the index alone; made when it is needed
   */
  public PaperCatalogue(PaperStore papers, Path folder) {
    this.papers = papers;
    this.fetched = new FetchedPapers(papers);
    this.folder = folder;
  }

  private static SortField[] bestFirst() {
    SortField[] order = new SortField[PaperDocuments.order().length + 1];
    order[0] = SortField.FIELD_SCORE;
    System.arraycopy(PaperDocuments.order(), 0, order, 1, order.length - 1);
    return order;
  }

  /**
   * Takes in what changed since the last time, in whichever process; searches go on meanwhile. To
   * be called about once a minute. Making the index anew takes some seconds for ten thousand
   * papers.
   */
  public void refresh() {
    refresh(() -> false);
  }

  /**
   * As {@link #refresh()}, but it can be stopped. No thread that is in here may be interrupted, as
   * Lucene would close its files.
   *
   * @param stopped asked between two papers; once it says so, this ends
   * @throws CancellationException when it was stopped; what is missing is taken in the next time
   */
  public synchronized void refresh(BooleanSupplier stopped) {
    if (closed) {
      return;
    }
    try {
      CatalogueIndex current = opened();
      if (current.isFilled() || index == null) {
        show(current);
      }
      try {
        current.update(papers, stopped);
        show(current);
      } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
        replace(current, e, stopped);
      } catch (RuntimeException e) {
        leave(current);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the search index in " + folder + " cannot be used", e);
    }
  }

  private void show(CatalogueIndex current) {
    index = current;
    opened.countDown();
  }

  private void leave(CatalogueIndex unfinished) throws IOException {
    if (index != unfinished) {
      unfinished.close();
    }
  }

  private CatalogueIndex opened() throws IOException {
    CatalogueIndex current = index;
    if (current != null && (current.onDisk() || inMemoryForGood)) {
      return current;
    }
    try {
      CatalogueIndex disk = CatalogueIndex.in(folder);
      if (current != null) {
        index = null;
        current.close();
      }
      return disk;
    } catch (LockObtainFailedException e) {
      return current != null ? current : CatalogueIndex.copyOf(folder);
    } catch (IOException | RuntimeException e) {
      return anew(e);
    }
  }

  /** Searches go on in the one that cannot be updated until there is a new one. */
  private void replace(CatalogueIndex broken, Exception why, BooleanSupplier stopped)
      throws IOException {
    broken.stopUpdating();
    CatalogueIndex fresh = anew(why);
    try {
      fresh.update(papers, stopped);
    } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
      fresh.close();
      fresh = inMemory(e);
      fresh.update(papers, stopped);
    } catch (CancellationException e) {
      fresh.close();
      throw e;
    }
    show(fresh);
    broken.close();
  }

  private CatalogueIndex anew(Exception why) throws IOException {
    LOG.warn("the search index in {} is made anew: {}", folder, why.getMessage());
    try {
      return CatalogueIndex.anew(folder);
    } catch (LockObtainFailedException e) {
      return CatalogueIndex.copyOf(folder);
    } catch (IOException | RuntimeException e) {
      return inMemory(e);
    }
  }

  private CatalogueIndex inMemory(Exception why) throws IOException {
    LOG.warn(
        "the folder {} cannot be used, and the search index stays in memory: {}",
        folder,
        why.toString());
    inMemoryForGood = true;
    return CatalogueIndex.empty();
  }

  /**
   * Searches the papers as they were at the last {@link #refresh}. Best first, equals newest day
   * first, then by upvotes, then by id; without a text, or if it is asked for, in the latter order.
   * Before the first one is over, some or all are missing ({@link #isComplete}).
   *
   * @param offset how many of the first to leave out, at least 0; each of them costs memory
   * @param limit how many to give at most, at least 1
   */
  public FoundPapers search(PaperQuery query, int offset, int limit) {
    if (offset < 0 || limit < 1) {
      throw new IllegalArgumentException("at least one paper from the first on must be asked for");
    }
    while (true) {
      CatalogueIndex current = ready();
      if (current == null) {
        return FoundPapers.NOTHING;
      }
      try {
        IndexSearcher searcher = current.acquire();
        try {
          return search(searcher, query, offset, limit);
        } finally {
          current.release(searcher);
        }
      } catch (AlreadyClosedException e) {
        // Another one has taken its place.
        if (index == current) {
          throw e;
        }
      } catch (IOException e) {
        current.tellDamaged();
        throw new UncheckedIOException("the search index cannot be read", e);
      }
    }
  }

  /** Whether all papers are there, and not still being taken in for the first time. */
  public boolean isComplete() {
    CatalogueIndex current = index;
    return current != null && current.isFilled();
  }

  /** The index, for which a visitor waits a moment after the start; null if that is not enough. */
  private @Nullable CatalogueIndex ready() {
    try {
      boolean _ = opened.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (closed) {
      throw new IllegalStateException("the catalogue is closed");
    }
    return index;
  }

  private FoundPapers search(IndexSearcher searcher, PaperQuery query, int offset, int limit)
      throws IOException {
    IndexReader reader = searcher.getIndexReader();
    Optional<Query> wanted = query.inLucene(new AuthorNames(reader));
    if (wanted.isEmpty() || reader.maxDoc() == 0) {
      return FoundPapers.NOTHING;
    }
    // Who looks beyond the last paper gets to know only how many there are.
    int most =
        offset >= reader.maxDoc() ? 1 : (int) Math.min((long) offset + limit, reader.maxDoc());
    TopDocs top =
        searcher.search(
            wanted.get(),
            new TopFieldCollectorManager(
                query.isBestFirst() ? BEST_FIRST : NEWEST_FIRST, most, null, Integer.MAX_VALUE));
    int total = Math.toIntExact(top.totalHits.value());
    if (offset >= top.scoreDocs.length) {
      return new FoundPapers(List.of(), total);
    }
    List<String> ids = new ArrayList<>();
    Map<PaperId, Float> scores = new HashMap<>();
    for (ScoreDoc hit : ArrayUtil.copyOfSubArray(top.scoreDocs, offset, top.scoreDocs.length)) {
      Object[] values = ((FieldDoc) hit).fields;
      String id = ((BytesRef) values[values.length - 1]).utf8ToString();
      ids.add(id);
      if (values[0] instanceof Float score) {
        scores.put(new PaperId(id), score);
      }
    }
    return new FoundPapers(fetched.of(ids, reader.getReaderCacheHelper().getKey()), total, scores);
  }

  /** Frees the folder for another process; searching is over. */
  @Override
  public synchronized void close() {
    closed = true;
    CatalogueIndex current = index;
    index = null;
    if (current != null) {
      try {
        current.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
