/** The commands about subscribers and suppressions. */
@NullMarked
package dev.offprint.cli.subscribers;

import org.jspecify.annotations.NullMarked;
