/** Endpoints that are reached through others. */
package dev.gatewright.spring.forwards;
