package dev.offprint.cli.console;

/** Makes the features once it is known which configuration and which data they work on. */
@FunctionalInterface
public interface FeaturesFactory {
  /** Opens nothing; what a command needs is opened when it asks for it. */
  Features create(GlobalOptions options);
}
