/**
 * Groups of readers, such as a lab or a course: who is in which, and what members inherit.
 *
 * <p>A group's interests are its members' as long as they are members; nothing of them is copied.
 * Its preferences are what a member begins with. Who joins by a page is decided by {@link
 * dev.offprint.subscribers.Membership}, which writes it down through {@link
 * dev.offprint.groups.JdbiGroupMembers}.
 */
@NullMarked
package dev.offprint.groups;

import org.jspecify.annotations.NullMarked;
