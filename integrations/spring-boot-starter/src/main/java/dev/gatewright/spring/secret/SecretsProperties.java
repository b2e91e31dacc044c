package dev.gatewright.spring.secret;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where secrets that rotate are read from. Immutable.
 *
 * @param directory directory of mounted secrets, one file each; environment variables are read
 *     where it is absent
 * @param refreshInterval how often they are read again: 1 second to 1 day
 * @param overlap how long a replaced version stays accepted
 */
@ConfigurationProperties("gatewright.secrets")
public record SecretsProperties(
    @Nullable Path directory,
    @DefaultValue("1m") Duration refreshInterval,
    @DefaultValue("1h") Duration overlap) {}
