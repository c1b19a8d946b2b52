/**
 * A whole day on this machine: sample papers, subscribers, their mails and the pages.
 *
 * <p>Promised: nothing leaves the machine, and nothing stays on it.
 */
@NullMarked
package dev.offprint.demo;

import org.jspecify.annotations.NullMarked;
