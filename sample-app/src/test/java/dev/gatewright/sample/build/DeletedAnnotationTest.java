package dev.gatewright.sample.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeletedAnnotationTest {
  private static final String ROOT = "dev/gatewright/sample/";

  @TempDir private Path directory;

  @Test
  void theSourcesCompileAsTheyAre() throws Exception {
    SampleSources sources = SampleSources.copyInto(directory.resolve("java"));

    assertThat(compile(sources)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "account/Accounts.java, '@Secured(roles = \"customer\")', List<UUID> list(",
    "market/SecureData.java, @Secured(schemes = BEARER), PersonalData data(",
    "login/LogOut.java, @Secured(schemes = BEARER), void logOut(",
    "partner/Settlements.java, '@Secured(schemes = Scheme.API_KEY, scopes = \"settlements:read\")',"
        + " List<Settlement> settlements(",
    "market/Rates.java, '@Public(reason = \"The bank advertises its rates.\")',"
        + " Map<String, BigDecimal> rates(",
  })
  void anEndpointThatLostItsAnnotationDoesNotCompileAndTheErrorIsAtItsLine(
      String file, String annotation, String endpoint) throws Exception {
    SampleSources sources = SampleSources.copyInto(directory.resolve("java"));
    sources.removeLine(ROOT + file, indexOf(sources.linesOf(ROOT + file), annotation));

    List<Diagnostic<? extends JavaFileObject>> errors = compile(sources);

    int line = indexOf(sources.linesOf(ROOT + file), endpoint) + 1;
    assertThat(errors)
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.getSource().getName()).endsWith(file);
              assertThat(error.getLineNumber()).isEqualTo(line);
              assertThat(error.getMessage(Locale.ENGLISH))
                  .contains("[GW-A01]")
                  .contains("Fix:")
                  .contains("@Secured");
            });
  }

  private List<Diagnostic<? extends JavaFileObject>> compile(SampleSources sources)
      throws Exception {
    return sources.compile(directory.resolve("classes"), SampleSources.withProcessor());
  }

  private static int indexOf(List<String> lines, String text) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().startsWith(text)) {
        return i;
      }
    }
    throw new AssertionError("there is no line with " + text);
  }
}
