/** Plays the operator in the demonstration. Absent without {@code authorization-server.demo}. */
@NullMarked
package dev.gatewright.example.authorization.demo;

import org.jspecify.annotations.NullMarked;
