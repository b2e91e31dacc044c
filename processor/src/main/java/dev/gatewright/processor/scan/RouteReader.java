package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.Route;
import java.util.Optional;
import java.util.Set;

/** Knows the mapping annotations of one web framework, by name. */
interface RouteReader {

  /** Tells that what was seen of elements in the round before holds no longer. */
  default void startRound() {}

  /** Mapping annotations: without one of them, or what bears it, no method has a route. */
  Set<String> annotations();

  /** The member's route; empty where the framework does not map it. */
  Optional<Route> read(Hierarchy hierarchy, Member member);
}
