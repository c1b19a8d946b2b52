/**
 * Tells the operator by mail what needs a look.
 *
 * <p>In come findings, as the doctor's checks make them; out goes one mail for all that is wrong.
 * Promised: at most one mail a day, and the same trouble is told again only after a week.
 */
@NullMarked
package dev.offprint.alerts;

import org.jspecify.annotations.NullMarked;
