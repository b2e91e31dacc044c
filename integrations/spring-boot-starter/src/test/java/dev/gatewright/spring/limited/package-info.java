/** A small API that tests attack. */
package dev.gatewright.spring.limited;
