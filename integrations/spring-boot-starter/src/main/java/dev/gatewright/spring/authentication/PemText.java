package dev.gatewright.spring.authentication;

import dev.gatewright.spring.startup.StartUpException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ResourceLoader;

/**
 * PEM that properties hold, or say where it is.
 *
 * @param resources finds it by its location
 */
record PemText(ResourceLoader resources) {
  private static final int MAX_BYTES = 1_048_576;

  /**
   * The text.
   *
   * @param property what to name in the message
   * @param example a location as it could be: {@code file:/run/keys/issuer.pem}
   */
  String of(String property, String textOrLocation, String example) {
    if (textOrLocation.strip().startsWith("-----")) {
      return textOrLocation;
    }
    try (var stream = resources.getResource(textOrLocation.strip()).getInputStream()) {
      return new String(stream.readNBytes(MAX_BYTES), StandardCharsets.US_ASCII);
    } catch (IOException unreadable) {
      throw new StartUpException(
          "the property '" + property + "' names a file that cannot be read",
          "give PEM text, or a location as " + example + " that the application may read.");
    }
  }
}
