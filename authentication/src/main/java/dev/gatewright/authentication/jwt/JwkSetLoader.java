package dev.gatewright.authentication.jwt;

import java.time.Duration;

/** Gets a key set from where it is published. Implementations are thread-safe. */
interface JwkSetLoader {

  /** Gets it now; takes a bounded time and never throws. */
  Load load();

  /** How often it is looked at unless set. */
  Duration usualInterval();

  /** What became of it. */
  sealed interface Load {

    /** It was read. */
    record Loaded(JwkSet set) implements Load {}

    /**
     * It was not.
     *
     * @param reason why, for the log
     */
    record Failed(String reason) implements Load {}
  }
}
