package dev.gatewright.spring.authentication;

import dev.gatewright.authentication.jwt.JwtAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which proofs of access tokens that are bound to a key are accepted (RFC 9449). Immutable.
 *
 * @param origins where clients reach this API, as https://api.example.com, or
 *     https://api.example.com/bank where a proxy takes /bank away; at least one
 * @param algorithms which a proof may be signed with
 * @param maxAge how old a proof may be, 5 minutes at most
 * @param clockSkew how far in the future a proof may have been made, 1 minute at most
 * @param replayEntries most proofs that are remembered as used at once, about 200 bytes each, a
 *     quarter of them for one subject; the proofs of maxAge and clockSkew together must fit, or
 *     requests are refused with 503
 */
public record DpopProperties(
    @DefaultValue List<String> origins,
    @DefaultValue({"ES256", "EDDSA", "PS256", "RS256"}) Set<JwtAlgorithm> algorithms,
    @DefaultValue("60s") Duration maxAge,
    @DefaultValue("5s") Duration clockSkew,
    @DefaultValue("100000") int replayEntries) {}
