package dev.gatewright.testing;

import dev.gatewright.authentication.strict.StrictBase64Url;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Key sets as providers publish them, and wrong ones. Members are JSON values by name. */
public final class TestJwks {
  private TestJwks() {}

  public static Map<String, String> members(String type) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("kty", "\"" + type + "\"");
    return members;
  }

  public static Map<String, String> rsa(KeyPair pair) {
    return rsa((RSAPublicKey) pair.getPublic());
  }

  public static Map<String, String> rsa(RSAPublicKey key) {
    Map<String, String> members = members("RSA");
    members.put("n", quoted(unsigned(key.getModulus())));
    members.put("e", quoted(unsigned(key.getPublicExponent())));
    return members;
  }

  public static Map<String, String> ec(KeyPair pair) {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    int bits = key.getParams().getCurve().getField().getFieldSize();
    Map<String, String> members = members("EC");
    members.put("crv", "\"P-" + bits + "\"");
    members.put("x", quoted(padded(key.getW().getAffineX(), (bits + 7) / 8)));
    members.put("y", quoted(padded(key.getW().getAffineY(), (bits + 7) / 8)));
    return members;
  }

  public static Map<String, String> okp(KeyPair pair) {
    byte[] encoded = ((EdECPublicKey) pair.getPublic()).getEncoded();
    byte[] x = new byte[32];
    System.arraycopy(encoded, encoded.length - 32, x, 0, 32);
    Map<String, String> members = members("OKP");
    members.put("crv", "\"Ed25519\"");
    members.put("x", quoted(x));
    return members;
  }

  public static Map<String, String> with(Map<String, String> members, String name, String json) {
    Map<String, String> changed = new LinkedHashMap<>(members);
    changed.put(name, json);
    return changed;
  }

  public static Map<String, String> named(String keyId, Map<String, String> members) {
    return with(members, "kid", "\"" + keyId + "\"");
  }

  public static String json(Map<String, String> members) {
    return Tokens.json(members);
  }

  @SafeVarargs
  public static String set(Map<String, String>... keys) {
    StringJoiner set = new StringJoiner(",", "{\"keys\":[", "]}");
    for (Map<String, String> key : keys) {
      set.add(json(key));
    }
    return set.toString();
  }

  private static String quoted(byte[] bytes) {
    return "\"" + StrictBase64Url.encode(bytes) + "\"";
  }

  private static byte[] unsigned(BigInteger number) {
    return padded(number, (number.bitLength() + 7) / 8);
  }

  private static byte[] padded(BigInteger number, int length) {
    byte[] signed = number.toByteArray();
    byte[] padded = new byte[length];
    int count = Math.min(signed.length, length);
    System.arraycopy(signed, signed.length - count, padded, length - count, count);
    return padded;
  }
}
