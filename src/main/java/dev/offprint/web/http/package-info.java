/**
 * What pages stand on: requests, answers, forms, limits, and pages that are cached.
 *
 * <p>In comes what an HTTP server read; out goes what it is to answer. Promised: a form is only
 * taken from the page that showed it, what strangers can cause is limited, and a slow client holds
 * up no other. Few classes see the HTTP server.
 */
@NullMarked
package dev.offprint.web.http;

import org.jspecify.annotations.NullMarked;
