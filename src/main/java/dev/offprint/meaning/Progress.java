package dev.offprint.meaning;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Is told how far working out vectors is, and says whether it goes on. */
@FunctionalInterface
public interface Progress {
  /** Logs now and then: half a minute without a word looks like a fault. */
  Progress LOGGED =
      new Progress() {
        private static final Logger log = LoggerFactory.getLogger(StoredVectors.class);
        private static final int MANY = 512;

        @Override
        public boolean goOn(int done, int all) {
          if (all > MANY && done % MANY == 0) {
            log.info("working out what {} texts mean, once for each: {} done", all, done);
          }
          return true;
        }
      };

  /**
   * Told before each portion.
   *
   * @param done how many are worked out and kept
   * @param all how many there are to work out
   * @return whether to go on with the next portion
   */
  boolean goOn(int done, int all);
}
