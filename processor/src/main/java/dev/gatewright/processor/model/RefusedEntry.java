package dev.gatewright.processor.model;

/**
 * A way into a guarded type that no guard can decide about, or the lack of any.
 *
 * @param kind why not
 * @param annotation Gatewright's annotation that should guard it, {@code @Secured}; {@code
 *     Gatewright} where there is none
 * @param element the method or type that is reached
 * @param by what makes a framework reach it, {@code @KafkaListener}
 * @param framework the framework's name
 * @param fix what to do
 */
public record RefusedEntry(
    Kind kind,
    String annotation,
    String element,
    String by,
    String framework,
    String fix,
    SourceSpot spot) {

  /** Why a guard cannot decide. */
  public enum Kind {
    /** Clients come through a framework that asks no guard. */
    NO_ADAPTER,
    /** It is called without a request. */
    NO_REQUEST,
    /** A framework implements the interface, and uses no guard of it. */
    IMPLEMENTED_BY_FRAMEWORK,
    /** There is none: the annotated type has no endpoint. */
    NOTHING_TO_GUARD
  }
}
