/**
 * Texts as vectors: how close two of them are in meaning, computed on this machine.
 *
 * <p>In goes text, out comes a vector of unit length; the more alike two texts are in meaning, the
 * nearer the dot product of their vectors is to 1. Promised: the same text gives the same vector,
 * the whole text counts however long it is, and nothing leaves the machine. The only package that
 * sees ONNX Runtime.
 */
@NullMarked
package dev.offprint.meaning;

import org.jspecify.annotations.NullMarked;
