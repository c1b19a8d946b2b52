package dev.offprint.digests;

import dev.offprint.messages.Messages;
import java.util.ArrayList;
import java.util.List;

/**
 * The links of a mail's text, which are numbered where they are meant and stand at its end. Of one
 * mail, and not safe for use by threads.
 */
final class TextLinks {
  private final Messages in;
  private final List<String> addresses = new ArrayList<>();

  TextLinks(Messages in) {
    this.in = in;
  }

  /** Such as {@code [3]}; empty when the paper has no page. */
  String page(MailPaper paper) {
    return paper.page() == null ? "" : " " + number(paper.page());
  }

  /** All links of a paper, such as {@code Abstract [1], PDF [2], more or less like this [3]}. */
  String all(MailPaper paper, String feedback) {
    List<String> named = new ArrayList<>();
    if (paper.page() != null) {
      named.add(in.text("link.abstract") + "\u00A0" + number(paper.page()));
    }
    paper
        .links()
        .forEach(
            (label, address) ->
                named.add(label.replace(' ', '\u00A0') + "\u00A0" + number(address)));
    named.add(in.text("link.feedback") + "\u00A0" + number(feedback));
    return String.join(", ", named);
  }

  private String number(String address) {
    addresses.add(address);
    return "[" + addresses.size() + "]";
  }

  /** The addresses by their numbers, one a line. */
  String list() {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < addresses.size(); i++) {
      list.append('[').append(i + 1).append("] ").append(addresses.get(i)).append('\n');
    }
    return list.toString();
  }
}
