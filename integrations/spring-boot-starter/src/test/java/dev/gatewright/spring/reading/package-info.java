/** An application that takes and gives everything that Spring MVC reads and writes. */
package dev.gatewright.spring.reading;
