/** Beans of every shape that Spring can build. */
package dev.gatewright.spring.shapes;
