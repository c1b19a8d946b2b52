package dev.offprint.papers;

import java.time.LocalDate;

/**
 * A day on which papers were announced.
 *
 * @param papers how many, withdrawn ones left out; at least 1
 */
public record AnnouncedDay(LocalDate day, int papers) {}
