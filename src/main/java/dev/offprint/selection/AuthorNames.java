package dev.offprint.selection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of an index's authors, found by the parts that stand in them in full. */
final class AuthorNames {
  private final Map<String, Set<PersonName>> byPart = new HashMap<>();

  void add(PersonName author) {
    for (String part : author.fullParts()) {
      byPart.computeIfAbsent(part, p -> new HashSet<>()).add(author);
    }
  }

  /** The authors whom the given name can mean. */
  List<PersonName> named(PersonName name) {
    return name.fullParts().stream()
        .flatMap(part -> byPart.getOrDefault(part, Set.of()).stream())
        .filter(name::names)
        .distinct()
        .toList();
  }
}
