package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Code that openapi-generator writes for Spring, guarded in each of the ways in which it may be:
 * bad input is the guard's answer, whoever around it finds it.
 */
class OpenApiIT {
  private static final Path SOURCES = Path.of("src/test/resources/openapi");
  private static final String KEEPER = "Authorization: Bearer " + Tokens.withRole("keeper");
  private static final Map<Kind, RunningApplication> RUNNING = new ConcurrentHashMap<>();

  private static final String MAIN =
      """
      package pets;
      import dev.gatewright.*;
      import java.util.*;
      import openapi.%s.*;
      import openapi.model.*;
      import org.springframework.context.annotation.*;
      import org.springframework.http.*;
      import org.springframework.stereotype.*;
      import org.springframework.web.bind.annotation.*;
      import org.springframework.web.multipart.MultipartFile;
      @Configuration(proxyBeanMethods = false)
      @ComponentScan({"pets", "openapi"})
      public class Main {}
      %s
      """;

  private static final String IMPLEMENTATION =
      """
      class Pets implements %s {
        @Override public ResponseEntity<List<Pet>> listPets(
            Optional<Integer> limit, Optional<List<String>> tag, Optional<String> requestTag) {
          return ResponseEntity.ok(List.of(new Pet("listed " + limit.orElse(0))));
        }
        @Override public ResponseEntity<Pet> createPet(Pet pet) {
          return ResponseEntity.status(201).body(pet);
        }
        @Override public ResponseEntity<Void> createPets(List<Pet> pets) {
          return ResponseEntity.noContent().build();
        }
        @Override public ResponseEntity<Pet> getPet(String id) {
          return ResponseEntity.ok(new Pet(id));
        }
        @Override public ResponseEntity<Void> addPhoto(String id, MultipartFile file,
            Optional<String> caption, List<MultipartFile> others, Optional<Pet> pet) {
          return ResponseEntity.noContent().build();
        }
      }
      """;

  /** What is generated, and what of it the application's own code implements. */
  private enum Kind {
    /** An interface of default methods with {@code @Validated}. */
    INTERFACES("", "@RestController @Secured(roles = \"keeper\")", "PetsApi"),
    INTERFACES_VALIDATED(
        "", "@RestController @Secured(roles = \"keeper\") @ValidatedInput", "PetsApi"),
    /** An interface without default methods, and without {@code @Validated}. */
    BUILTIN("", "@RestController @Secured(roles = \"keeper\") @ValidatedInput", "PetsApi"),
    /** Controllers are generated, too, and annotated by the description of the API. */
    DELEGATES("/v1", "@Service", "PetsApiDelegate"),
    PLAIN("/v1", "", "");

    private final String base;
    private final String annotations;
    private final String implemented;

    Kind(String base, String annotations, String implemented) {
      this.base = base;
      this.annotations = annotations;
      this.implemented = implemented;
    }

    private String folder() {
      String name = name();
      int end = name.indexOf('_');
      return (end < 0 ? name : name.substring(0, end)).toLowerCase(java.util.Locale.ROOT);
    }

    private RunningApplication start() {
      String source =
          implemented.isEmpty() ? "" : annotations + " " + IMPLEMENTATION.formatted(implemented);
      Class<?> main =
          BuiltApplication.inFolder(
              "pets.Main",
              MAIN.formatted(folder(), source),
              List.of(SOURCES.resolve("model"), SOURCES.resolve(folder())));
      return Application.of(main)
          .using(Library.VALIDATION)
          .with("openapi.pets.base-path=" + base)
          .start();
    }

    /** What an endpoint answers that is generated and not implemented. */
    private int success(int implementedStatus) {
      return this == PLAIN ? 501 : implementedStatus;
    }
  }

  @AfterAll
  static void stop() {
    RUNNING.values().forEach(RunningApplication::close);
  }

  private static Answer send(Kind kind, String method, String path, String type, String body) {
    return RUNNING
        .computeIfAbsent(kind, Kind::start)
        .send(
            "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    .formatted(method, kind.base + path)
                + type
                + (body.isEmpty() ? "" : "Content-Length: %d\r\n".formatted(body.length()))
                + "\r\n"
                + body);
  }

  private static void assertRefused(
      Kind kind, String method, String path, String type, String body, int status, String place) {
    Answer answer = send(kind, method, path, type + KEEPER + "\r\n", body);
    answer.isClosedWith(status);
    assertThat(answer.text()).containsPattern("\"path\":\"" + place + "\"");
    send(kind, method, path, type, body).isClosedWith(401);
  }

  private static void get(Kind kind, String path, int status, String place) {
    assertRefused(kind, "GET", path, "", "", status, place);
  }

  private static void post(Kind kind, String path, String json, int status, String place) {
    String type = "Content-Type: application/json\r\n";
    assertRefused(kind, "POST", path, type, json, status, place);
  }

  private static void assertAnswered(
      Kind kind, String method, String path, String type, String body, int status) {
    Answer answer = send(kind, method, path, type + KEEPER + "\r\n", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(kind.success(status));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aBadParameterIsRefusedByName(Kind kind) {
    get(kind, "/pets?limit=0", 422, "limit");
    get(kind, "/pets?limit=x", 400, "limit");
    get(kind, "/pets?limit=1&limit=2", 400, "limit");
    get(kind, "/pets?tag=a,b,c,d", 422, "tag");
    get(kind, "/pets?tag=a,abcdef", 422, "tag\\[1]");
    get(kind, "/pets/ab", 422, "(petId|id)");
    Answer header = send(kind, "GET", "/pets", KEEPER + "\r\nX-Request-Tag: A\r\n", "");
    header.isClosedWith(422);
    assertAnswered(kind, "GET", "/pets?limit=5&tag=a", "X-Request-Tag: a\r\n", "", 200);
    assertAnswered(kind, "GET", "/pets", "", "", 200);
    assertAnswered(kind, "GET", "/pets/abc", "", "", 200);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aBadBodyIsRefusedByPlace(Kind kind) {
    String json = "Content-Type: application/json\r\n";
    post(kind, "/pets", "{\"name\":\"\"}", 422, "(pet\\.)?name");
    post(
        kind, "/pets", "{\"name\":\"a\",\"owner\":{\"email\":\"x\"}}", 422, "(pet\\.)?owner.email");
    post(kind, "/pets", "{\"name\":\"a\",\"tags\":[\"abcdef\"]}", 422, "(pet\\.)?tags\\[0]");
    post(kind, "/pets", "{}", 400, "name");
    post(kind, "/pets", "{\"name\":\"a\",\"x\":1}", 400, "x");
    post(kind, "/pets", "{\"name\":\"a\",\"kind\":\"cow\"}", 400, "kind");
    post(kind, "/pets/batch", "[{\"name\":\"a\"},{\"name\":\"\"}]", 422, "pets?\\[1].name");
    String four = "[" + "{\"name\":\"a\"},".repeat(3) + "{\"name\":\"a\"}]";
    post(kind, "/pets/batch", four, 422, "pets?");
    assertAnswered(kind, "POST", "/pets", json, "{\"name\":\"a\",\"kind\":\"cat\"}", 201);
    assertAnswered(kind, "POST", "/pets/batch", json, "[{\"name\":\"a\"}]", 204);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aBadPartIsRefusedByPlace(Kind kind) {
    String type = "Content-Type: multipart/form-data; boundary=x\r\n";
    String file =
        "--x\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"a\"\r\n\r\nabc\r\n";
    String pet =
        """
        --x\r
        Content-Disposition: form-data; name="pet"\r
        Content-Type: application/json\r
        \r
        %s\r
        --x--\r
        """;
    String files = file.formatted("file") + file.formatted("others") + file.formatted("others");
    String path = "/pets/abc/photo";

    assertRefused(
        kind, "POST", path, type, files + pet.formatted("{\"name\":\"\"}"), 422, "pet.name");
    assertRefused(
        kind, "POST", path, type, files + pet.formatted("{\"name\":\"a\",\"x\":1}"), 400, "pet.x");
    assertRefused(kind, "POST", path, type, pet.formatted("{\"name\":\"a\"}"), 400, "file");
    assertRefused(kind, "POST", "/pets/ab/photo", type, files + "--x--\r\n", 422, "(petId|id)");
    assertAnswered(kind, "POST", path, type, files + pet.formatted("{\"name\":\"a\"}"), 204);
    assertAnswered(kind, "POST", path, type, files + "--x--\r\n", 204);
  }
}
