/**
 * The pages: one class per page, and {@link dev.offprint.web.Pages} says which is where.
 *
 * <p>In come requests from anyone; out go pages, feeds and JSON, and changes to subscribers.
 * Promised: a GET changes nothing; neither an answer nor its time tells whether an address is
 * known; an unsubscribe counts from the moment it is answered; what strangers can cause is limited;
 * no page needs a script, a cookie or another machine. {@link dev.offprint.web.WebServer} and
 * {@link dev.offprint.web.http.Exchange} see the HTTP server, and no others do.
 */
@NullMarked
package dev.offprint.web;

import org.jspecify.annotations.NullMarked;
