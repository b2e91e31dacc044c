/**
 * Endpoints that are not decided yet, while an application adopts Gatewright: whether they are
 * served, and who is told of it; {@code gatewright.undecided-endpoints}. Start at {@code
 * UndecidedEndpoints}. Depends on {@code startup} and {@code guard} only.
 */
@NullMarked
package dev.gatewright.spring.undecided;

import org.jspecify.annotations.NullMarked;
