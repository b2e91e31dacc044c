/**
 * What holds for each endpoint of a type that no rule has found fault with, combined once from all
 * that was declared. {@code code} prints it and combines nothing.
 */
@NullMarked
package dev.gatewright.processor.plan;

import org.jspecify.annotations.NullMarked;
