package dev.offprint.cli.roster;

/** What wrote a file. */
enum Program {
  /** Our own export: who is active there confirmed, or was vouched for. */
  OFFPRINT("an export of Offprint"),
  LISTMONK("an export of listmonk"),
  /** Some table whose first line names the columns, or documents with fields of such names. */
  TABLE("a table"),
  /** An address a line, with a name perhaps, as Mailman prints its members. */
  ADDRESSES("a list of addresses");

  private final String words;

  Program(String words) {
    this.words = words;
  }

  /** As in "read as an export of listmonk". */
  String words() {
    return words;
  }
}
