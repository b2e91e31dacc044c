package dev.gatewright.spring.problem;

import dev.gatewright.spring.startup.StartUpException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems in the application's form. Thread-safe. */
public final class ApplicationBodies {
  private static final Logger log = LoggerFactory.getLogger(ApplicationBodies.class);

  private final ProblemBody form;
  private final JsonMapper mapper;
  private final String mediaType;

  /**
   * Takes over the form.
   *
   * @throws StartUpException if its media type is none of JSON
   */
  public ApplicationBodies(ProblemBody form, JsonMapper mapper) {
    this.form = form;
    this.mapper = mapper;
    this.mediaType = verified(form.mediaType(), form.getClass());
  }

  private static String verified(String text, Class<?> form) {
    try {
      MediaType type = MediaType.parseMediaType(text);
      if (type.isConcrete()
          && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"))) {
        return type.toString();
      }
    } catch (InvalidMediaTypeException malformed) {
      // Is told below.
    }
    throw new StartUpException(
        form.getName()
            + ".mediaType() returns '"
            + text
            + "', which is no media type of JSON, and its bodies are written as JSON",
        "return 'application/json' or a type that ends with '+json'.");
  }

  /** The media type of all bodies. */
  public String mediaType() {
    return mediaType;
  }

  /** The body in UTF-8; null where the application makes none. */
  @SuppressWarnings("CatchingUnchecked") // Whatever the application throws: the refusal stands.
  public byte @Nullable [] write(ProblemContent content, HttpServletRequest request) {
    try {
      Object body = form.of(content, request);
      if (body != null) {
        return mapper.writeValueAsBytes(body);
      }
      log.error("{} has returned null; the client gets the problem document", form.getClass());
    } catch (RuntimeException failed) {
      log.error("{} has failed; the client gets the problem document", form.getClass(), failed);
    }
    return null;
  }
}
