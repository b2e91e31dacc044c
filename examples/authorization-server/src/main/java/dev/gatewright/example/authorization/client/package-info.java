/** Registered clients and the configuration of the server, {@code authorization-server}. */
@NullMarked
package dev.gatewright.example.authorization.client;

import org.jspecify.annotations.NullMarked;
