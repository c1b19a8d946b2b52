/** The commands about editions: run, preview, and what became of each mail. */
@NullMarked
package dev.offprint.cli.deliveries;

import org.jspecify.annotations.NullMarked;
