/**
 * What the operator decides: one record tree, {@link dev.offprint.config.Configuration}, read from
 * one TOML file and the environment.
 *
 * <p>In comes a file (or none) and the environment; out goes a complete, valid {@code
 * Configuration} or the list of everything that is wrong with it, each problem with its file and
 * line where it has one. Promised: a configuration that loads can be used without further checks,
 * and no secret is ever part of a message.
 */
@NullMarked
package dev.offprint.config;

import org.jspecify.annotations.NullMarked;
