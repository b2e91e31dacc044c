package dev.gatewright.processor.model;

import java.util.List;

/** Every annotation that bears upon one endpoint, nearest first within each list. */
public record Declarations(
    List<SecuredSpec> secured,
    List<PublicSpec> open,
    List<LimitSpec> limits,
    List<InputSpec> inputs) {}
