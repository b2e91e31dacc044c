package dev.gatewright.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatewright.authentication.jwt.JwtAccessTokens;
import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.runtime.caller.Authentication;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** What it costs to verify a token that was verified a moment ago; HS256, 10,000 remembered. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class RememberedTokenBenchmark {
  private static final int REMEMBERED = 10_000;

  private final SignedToken token = SignedToken.of(JwtAlgorithm.HS256);
  private final JwtAccessTokens gatewright = TokenVerifiers.gatewright(token, REMEMBERED);
  private final JwtDecoder springSecurity = TokenVerifiers.springSecurity(token);
  private final ConcurrentHashMap<Key, Authentication> map = new ConcurrentHashMap<>();
  private final Cache<Key, Authentication> caffeine =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /** Remembers the token. */
  @Setup
  public void remember() {
    Authentication verdict = gatewright.verify(token.text());
    if (!(verdict instanceof Authentication.Accepted)) {
      throw new IllegalStateException("the token is not accepted: " + verdict);
    }
    map.put(key(), verdict);
    caffeine.put(key(), verdict);
  }

  /** The yardstick: SHA-256 of the token, and one look into a map. Checks no time and no key. */
  @Benchmark
  public @Nullable Authentication floor() {
    return map.get(key());
  }

  /** The same with Caffeine, which unlike the map is bounded. Checks no time and no key. */
  @Benchmark
  public @Nullable Authentication caffeine() {
    return caffeine.getIfPresent(key());
  }

  /** Gatewright. */
  @Benchmark
  public Authentication gatewright() {
    return gatewright.verify(token.text());
  }

  /** The decoder of Spring Security's resource server, which remembers nothing. */
  @Benchmark
  public Jwt springSecurity() {
    return springSecurity.decode(token.text());
  }

  /** The hash as a key: as small and as quick to compare as one can write it. */
  private record Key(long a, long b, long c, long d) {
    @Override
    public int hashCode() {
      return (int) a;
    }
  }

  private Key key() {
    try {
      byte[] text = token.text().getBytes(StandardCharsets.ISO_8859_1);
      ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text));
      return new Key(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
