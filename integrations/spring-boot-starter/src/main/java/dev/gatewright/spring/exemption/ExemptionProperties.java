package dev.gatewright.spring.exemption;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What applications exempt. Immutable.
 *
 * @param exemptions what may answer requests without a guard: names of classes (handlers, handler
 *     mappings, servlets, filters, socket handlers, advice) or of beans, servlets and filters; with
 *     the name of a method, as app.Tenants#check, an advice that guards may do without
 */
@ConfigurationProperties("gatewright")
public record ExemptionProperties(@DefaultValue List<String> exemptions) {}
