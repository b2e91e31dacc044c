package dev.gatewright.example.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Encodes and decodes application/x-www-form-urlencoded. */
final class Forms {
  private Forms() {}

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Returns the parameters of a URI's query. */
  static Map<String, String> query(String uri) {
    Map<String, String> fields = new LinkedHashMap<>();
    String query = URI.create(uri).getRawQuery();
    for (String field : query == null ? new String[0] : query.split("&", -1)) {
      int end = field.indexOf('=');
      fields.put(
          URLDecoder.decode(field.substring(0, end), UTF_8),
          URLDecoder.decode(field.substring(end + 1), UTF_8));
    }
    return fields;
  }
}
