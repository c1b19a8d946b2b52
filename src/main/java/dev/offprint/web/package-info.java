/**
 * The pages: one class per page.
 *
 * <p>In come requests from anyone; out go pages, and changes to subscribers. Promised: a GET
 * changes nothing, an answer does not tell whether an address is known, and an unsubscribe counts
 * from the moment it is answered. One class sees the HTTP server.
 */
@NullMarked
package dev.offprint.web;

import org.jspecify.annotations.NullMarked;
