package dev.gatewright.spring.undecided;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of endpoints that are not decided yet. Immutable.
 *
 * @param undecidedEndpoints what becomes of endpoints that the application was compiled with though
 *     they are neither secured nor public, as its baseline lists them: they stop the start, or are
 *     served without a guard
 */
@ConfigurationProperties("gatewright")
public record UndecidedProperties(@DefaultValue("refused") Treatment undecidedEndpoints) {

  /** What becomes of them. */
  enum Treatment {
    /** The application does not start. */
    REFUSED,
    /** They answer as they did without Gatewright. */
    SERVED
  }
}
