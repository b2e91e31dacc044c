package dev.gatewright.processor.model;

import java.util.List;

/** One {@code @Secured} as written. Names of enum constants stand for the constants. */
public record SecuredSpec(
    List<Located<String>> schemes,
    List<Located<String>> roles,
    List<Located<String>> scopes,
    List<ConsultedClass> policies,
    Located<Boolean> mfa,
    Located<String> acr,
    Located<String> maxAuthAge,
    Origin origin,
    SourceSpot spot) {}
