package dev.gatewright.benchmarks;

import com.auth0.jwt.interfaces.DecodedJWT;
import com.auth0.jwt.interfaces.JWTVerifier;
import dev.gatewright.authentication.jwt.JwtAccessTokens;
import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.runtime.caller.Authentication;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwtParser;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * What it costs to verify an access token that was not seen before: signature, issuer, audience,
 * times, and the claims in a form that the application can use.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class TokenVerificationBenchmark {

  /** What signed the token. */
  @Param({"HS256", "RS256", "ES256"})
  public JwtAlgorithm algorithm = JwtAlgorithm.HS256;

  private SignedToken token = SignedToken.of(JwtAlgorithm.HS256);
  private PlatformVerifier platform = new PlatformVerifier(token);
  private JwtAccessTokens gatewright = TokenVerifiers.gatewright(token, 0);
  private JwtParser jjwt = TokenVerifiers.jjwt(token);
  private JwtDecoder springSecurity = TokenVerifiers.springSecurity(token);
  private JWTVerifier auth0 = TokenVerifiers.auth0(token);

  /** Configures all contestants for one token. */
  @Setup
  public void prepare() {
    token = SignedToken.of(algorithm);
    platform = new PlatformVerifier(token);
    gatewright = TokenVerifiers.gatewright(token, 0);
    jjwt = TokenVerifiers.jjwt(token);
    springSecurity = TokenVerifiers.springSecurity(token);
    auth0 = TokenVerifiers.auth0(token);
  }

  /** The yardstick: the signature alone. */
  @Benchmark
  public boolean jca() {
    return platform.verify();
  }

  /** Gatewright without its cache. */
  @Benchmark
  public Authentication gatewright() {
    return gatewright.verify(token.text());
  }

  /** The parser of jjwt. */
  @Benchmark
  public Jws<Claims> jjwt() {
    return jjwt.parseSignedClaims(token.text());
  }

  /** The decoder of Spring Security's resource server, which is Nimbus. */
  @Benchmark
  public Jwt springSecurity() {
    return springSecurity.decode(token.text());
  }

  /** The verifier of auth0's java-jwt. */
  @Benchmark
  public DecodedJWT auth0() {
    return auth0.verify(token.text());
  }
}
