package dev.gatewright.sample.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The bill of materials has no parent, so its list and version are compared with the others. */
class BillOfMaterialsTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(gatewright-[^<]+)<");
  private static final Pattern VERSION =
      Pattern.compile(
          "<artifactId>gatewright-(?:parent|bom)</artifactId>\\s*<version>([^<]+)</version>");
  private static final Pattern PUBLISHED =
      Pattern.compile(
          "annotations|processor|runtime|secrets|authentication|token-issuing|challenges"
              + "|integrations/(?!spring-boot-tests).*");

  @Test
  void itNamesEachModuleThatApplicationsUse() throws IOException {
    List<String> published = new ArrayList<>();
    for (String module : all(MODULE, Files.readString(ROOT.resolve("pom.xml")))) {
      if (PUBLISHED.matcher(module).matches()) {
        String pom = Files.readString(ROOT.resolve(module).resolve("pom.xml"));
        published.add(all(ARTIFACT, pom.substring(pom.indexOf("</parent>"))).get(0));
      }
    }

    assertThat(managed("bom/pom.xml")).containsExactlyInAnyOrderElementsOf(published);
    assertThat(managed("pom.xml")).containsExactlyInAnyOrderElementsOf(published);
  }

  @Test
  void itHasTheVersionOfTheModules() throws IOException {
    assertThat(all(VERSION, Files.readString(ROOT.resolve("bom/pom.xml"))))
        .isNotEmpty()
        .isEqualTo(all(VERSION, Files.readString(ROOT.resolve("pom.xml"))));
  }

  private static List<String> managed(String pom) throws IOException {
    String text = Files.readString(ROOT.resolve(pom));
    return all(ARTIFACT, text.substring(text.indexOf("<dependencyManagement>")));
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }
}
