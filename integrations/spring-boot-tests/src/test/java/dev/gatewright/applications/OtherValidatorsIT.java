package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.OtherValidators;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Spring MVC would find invalid is invalid, by whichever validator it was given. */
class OtherValidatorsIT {
  private static final String PART =
      """
      --x\r
      Content-Disposition: form-data; name="note"\r
      Content-Type: application/json\r
      \r
      %s\r
      --x--\r
      """;

  private static Answer send(RunningApplication running, String path, String text) {
    String json = "{\"text\":\"" + text + "\"}";
    return path.equals("/part")
        ? FormatsIT.post(running, path, Requests.PARTS, PART.formatted(json))
        : Requests.json(running, path, json);
  }

  @ParameterizedTest
  @CsvSource({"true,/body", "true,/part", "false,/body", "false,/part"})
  void itIsAskedBesideTheGuard(boolean ofSpringMvc, String path) {
    Application application =
        ofSpringMvc
            ? Application.of(OtherValidators.Endpoint.class, OtherValidators.OfSpringMvc.class)
            : Application.of(OtherValidators.WithBinder.class);
    Attempt.of(application.using(Library.VALIDATION))
        .isRefusedOr(
            running -> {
              assertThat(send(running, path, "abc").text()).contains("read abc");
              assertThat(send(running, path, "abcd").text()).doesNotContain("read abcd");
            });
  }

  /** Spring MVC's default validator reads it, also where no validator is a bean. */
  @ParameterizedTest
  @CsvSource({"/body", "/part", "/left-to-spring"})
  void whatXmlSaysIsAskedWithoutABean(String path, @TempDir Path classes) throws IOException {
    Path folder = Files.createDirectory(classes.resolve("META-INF"));
    Files.writeString(
        folder.resolve("validation.xml"),
        """
        <validation-config
            xmlns="https://jakarta.ee/xml/ns/validation/configuration" version="3.1">
          <constraint-mapping>META-INF/notes.xml</constraint-mapping>
        </validation-config>
        """);
    Files.writeString(
        folder.resolve("notes.xml"),
        """
        <constraint-mappings
            xmlns="https://jakarta.ee/xml/ns/validation/mapping" version="3.1">
          <bean class="%s" ignore-annotations="false">
            <field name="text">
              <constraint annotation="jakarta.validation.constraints.Size">
                <element name="max">3</element>
              </constraint>
            </field>
          </bean>
        </constraint-mappings>
        """
            .formatted(OtherValidators.Note.class.getName()));
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      try (RunningApplication running =
          new RunningApplication(
              Application.of(
                      OtherValidators.Endpoint.class, OtherValidators.WithoutValidatedInput.class)
                  .builder()
                  .run())) {
        assertThat(send(running, path, "abc").text()).contains("read abc");
        assertThat(send(running, path, "abcd").text()).doesNotContain("read abcd");
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** The control. */
  @Test
  void itIsAskedWhereTheGuardValidatesNothing() {
    try (RunningApplication running =
        Application.of(
                OtherValidators.WithoutValidatedInput.class, OtherValidators.OfSpringMvc.class)
            .using(Library.VALIDATION)
            .start()) {
      send(running, "/left-to-spring", "abcd").isClosedWith(422);
    }
  }
}
