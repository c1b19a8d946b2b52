package dev.offprint.cli.roster;

import dev.offprint.groups.Group;
import dev.offprint.subscribers.Enrolment;
import java.util.List;

/**
 * Somebody in a file.
 *
 * @param line where they stand, from 1
 * @param groups that they are to be in
 */
record Person(int line, Enrolment.Entry entry, List<Group> groups) {}
