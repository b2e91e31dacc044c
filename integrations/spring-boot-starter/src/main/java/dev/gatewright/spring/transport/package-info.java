/**
 * Tells what the server itself knows of the connection of a request, by the properties {@code
 * gatewright.transport}. Start at {@code ServletExchange}. Depends on {@code startup} only.
 */
@NullMarked
package dev.gatewright.spring.transport;

import org.jspecify.annotations.NullMarked;
