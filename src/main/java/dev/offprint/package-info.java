/**
 * The program: {@link dev.offprint.Main} puts the commands together. Everything else is in a
 * package by feature.
 */
@NullMarked
package dev.offprint;

import org.jspecify.annotations.NullMarked;
