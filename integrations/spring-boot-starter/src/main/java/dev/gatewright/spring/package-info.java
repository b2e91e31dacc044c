/** Puts the guards in front of Spring MVC's traffic. */
@NullMarked
package dev.gatewright.spring;

import org.jspecify.annotations.NullMarked;
