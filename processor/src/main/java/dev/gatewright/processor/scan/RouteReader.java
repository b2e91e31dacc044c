package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.Route;
import java.util.Optional;

/** Knows the mapping annotations of one web framework, by name. */
interface RouteReader {

  /** The member's route; empty where the framework does not map it. */
  Optional<Route> read(Hierarchy hierarchy, Member member);
}
