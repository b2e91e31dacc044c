package dev.gatewright.spring.explanation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told why requests are refused. Immutable.
 *
 * @param explain for development: whether clients on this machine itself are told why they are
 *     refused, with what the log says; refused in the profiles prod and production
 */
@ConfigurationProperties("gatewright")
public record ExplanationProperties(@DefaultValue("false") boolean explain) {}
