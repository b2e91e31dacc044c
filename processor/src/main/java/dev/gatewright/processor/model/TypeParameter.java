package dev.gatewright.processor.model;

import java.util.List;

/** A type parameter with its bounds: {@code X extends A & B}. */
public record TypeParameter(String name, List<TypeUse> bounds) {}
