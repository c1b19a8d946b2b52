/**
 * The daemon with its order of starting and stopping, and {@code Wiring}, the only place where the
 * features are put together.
 */
@NullMarked
package dev.offprint.app;

import org.jspecify.annotations.NullMarked;
