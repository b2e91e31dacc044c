package dev.gatewright.example.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON objects that the authorization server sends. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static Map<String, Object> object(String text) {
    return MAPPER.readValue(text, new TypeReference<Map<String, Object>>() {});
  }

  static Map<String, Object> header(String token) {
    return part(token, 0);
  }

  static Map<String, Object> claims(String token) {
    return part(token, 1);
  }

  static String base64Url(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static Map<String, Object> part(String token, int index) {
    return object(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]), UTF_8));
  }
}
