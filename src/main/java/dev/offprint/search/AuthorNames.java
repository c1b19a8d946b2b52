package dev.offprint.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * The names of an index's authors, found by the parts that stand in them in full.
 *
 * @param reader of the index, in which each such part stands before the name
 */
record AuthorNames(IndexReader reader) {
  static final String FIELD = "author part";

  // In no name.
  private static final char BETWEEN = '\n';

  /** By what a name is found. */
  static Stream<String> terms(PersonName name) {
    return name.fullParts().stream().distinct().map(part -> part + BETWEEN + name);
  }

  /** The authors whom the given name can mean. */
  List<PersonName> named(PersonName name) {
    Set<String> found = new LinkedHashSet<>();
    try {
      for (String part : Set.copyOf(name.fullParts())) {
        for (LeafReaderContext leaf : reader.leaves()) {
          Terms terms = leaf.reader().terms(FIELD);
          if (terms != null) {
            find(terms.iterator(), part + BETWEEN, found);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.stream()
        .map(author -> new PersonName(List.of(author.split(" "))))
        .filter(name::names)
        .toList();
  }

  private static void find(TermsEnum terms, String start, Set<String> found) throws IOException {
    BytesRef prefix = new BytesRef(start);
    if (terms.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
      return;
    }
    for (BytesRef term = terms.term();
        term != null && StringHelper.startsWith(term, prefix);
        term = terms.next()) {
      found.add(
          new BytesRef(term.bytes, term.offset + prefix.length, term.length - prefix.length)
              .utf8ToString());
    }
  }
}
