package dev.gatewright.processor.model;

import dev.gatewright.Scheme;
import java.util.List;

/** One {@code @Secured} as written. */
public record SecuredSpec(
    List<Located<Scheme>> schemes,
    List<Located<String>> roles,
    List<Located<String>> scopes,
    List<ConsultedClass> policies,
    Located<Boolean> mfa,
    Located<String> acr,
    Located<String> maxAuthAge,
    Origin origin,
    SourceSpot spot) {}
