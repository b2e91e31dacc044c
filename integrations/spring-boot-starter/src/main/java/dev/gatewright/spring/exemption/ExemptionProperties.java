package dev.gatewright.spring.exemption;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What applications exempt. Immutable.
 *
 * @param exemptions what may answer requests without a guard: names of classes (handlers, handler
 *     mappings, servlets, filters, socket handlers, advice) or of beans, servlets and filters
 */
@ConfigurationProperties("gatewright")
public record ExemptionProperties(@DefaultValue List<String> exemptions) {}
