/**
 * Papers from arXiv: its API, its daily feeds and OAI-PMH.
 *
 * <p>In come pages of arXiv, untrusted; out goes a {@link dev.offprint.sources.HarvestOutcome}.
 * Promised: one request in three seconds over all of them, papers by the day of their announcement,
 * and an error that looks like a feed is never taken for a day without papers.
 */
@NullMarked
package dev.offprint.sources.arxiv;

import org.jspecify.annotations.NullMarked;
