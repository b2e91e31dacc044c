package dev.gatewright.authentication.jwt;

import io.jsonwebtoken.security.VerifySecureDigestRequest;
import java.io.InputStream;
import java.security.Key;
import java.security.Provider;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** What jjwt's algorithms are asked with; used once, for signing or for verifying. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SignatureRequest(InputStream payload, Key key, byte[] digest)
    implements VerifySecureDigestRequest<Key> {

  @Override
  public InputStream getPayload() {
    return payload;
  }

  @Override
  public Key getKey() {
    return key;
  }

  @Override
  public byte[] getDigest() {
    return digest;
  }

  /** The platform's own choice. */
  @Override
  public @Nullable Provider getProvider() {
    return null;
  }

  /** The platform's own choice. */
  @Override
  public @Nullable SecureRandom getSecureRandom() {
    return null;
  }
}
