package dev.offprint.web;

import dev.offprint.groups.Group;
import dev.offprint.groups.Group.Access;
import dev.offprint.subscribers.Interest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A group as a page shows it.
 *
 * @param path of its page
 * @param interests as they were written
 */
public record GroupView(
    String name, String slug, String path, boolean sameForAll, List<String> interests) {
  static GroupView of(Group group) {
    return new GroupView(
        group.name(),
        group.slug(),
        path(group),
        group.sameForAll(),
        group.preferences().interests().stream().map(Interest::line).toList());
  }

  /** Those that anybody may find. */
  static List<GroupView> open(List<Group> groups) {
    return groups.stream()
        .filter(group -> group.access() == Access.PUBLIC)
        .map(GroupView::of)
        .toList();
  }

  /** Whether members get papers from it, even if they chose nothing else. */
  static boolean brings(Group group) {
    return group.sameForAll() || group.hasInterests();
  }

  private static String path(Group group) {
    return "/groups/" + URLEncoder.encode(group.slug(), StandardCharsets.UTF_8);
  }
}
