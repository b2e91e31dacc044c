package dev.gatewright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.spring.startup.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page of all properties is made of the records that hold them. {@code
 * -Dgatewright.pages=rewrite} writes it anew.
 */
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("../../docs/configuration.md");
  private static final Path SOURCES = Path.of("src/main/java/dev/gatewright/spring");
  private static final Path METADATA =
      Path.of("target/classes/META-INF/spring-configuration-metadata.json");

  private static final Pattern RECORD = Pattern.compile("public record (\\w+)\\(([^{]*)\\)\\s*\\{");
  private static final Pattern COMPONENT =
      Pattern.compile(
          "(?:@DefaultValue(?:\\(([^)]*)\\))? ?)?(?:@Nullable )?[\\w.<>, ]+? (\\w+)(?:,|$)");
  private static final Pattern ELEMENTS = Pattern.compile("(?:List|Map)<.*?([\\w.$]+)>$");

  /** What a property means, and its default. */
  private record Row(String meaning, String standard) {}

  @Test
  void thePageTellsOfEveryProperty() throws IOException {
    String page = page();
    if ("rewrite".equals(System.getProperty("gatewright.pages"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/configuration.md; -Dgatewright.pages=rewrite writes it")
        .isEqualTo(page);
  }

  private static String page() throws IOException {
    Map<String, Row> rows = new TreeMap<>();
    JsonNode metadata = JsonMapper.shared().readTree(Files.readString(METADATA));
    for (JsonNode property : metadata.get("properties")) {
      String name = property.get("name").asString();
      rows.put(name, new Row(text(property, "description"), standard(property)));
      Matcher elements = ELEMENTS.matcher(text(property, "type"));
      if (elements.find() && elements.group(1).startsWith("dev.gatewright.spring.")) {
        String of = text(property, "type").contains("Map<") ? ".<name>." : "[].";
        addElements(rows, name + of, elements.group(1));
      }
    }
    assertThat(rows).hasSizeGreaterThan(80);
    StringBuilder page = new StringBuilder();
    page.append("# Configuration\n\n");
    page.append(
        "Every property, as editors show it too. What is missing, misspelled or out of bounds"
            + " stops");
    page.append(
        " the start, with the property's name. `ConfigurationPageTest` writes this page.\n\n");
    page.append("| property | means | unless set |\n|---|---|---|\n");
    rows.forEach(
        (name, row) ->
            page.append("| `%s` | %s | %s |\n".formatted(name, row.meaning(), row.standard())));
    return page.toString();
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null ? "" : value.asString().replace("|", "\\|");
  }

  private static String standard(JsonNode property) {
    JsonNode value = property.get("defaultValue");
    if (value == null || (value.isArray() && value.isEmpty())) {
      return "";
    }
    String all =
        value.isArray()
            ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
            : value.asString();
    return "`" + all + "`";
  }

  /** Properties of the elements of a list or map, of which the metadata knows nothing. */
  private static void addElements(Map<String, Row> rows, String prefix, String type)
      throws IOException {
    String record = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    String owner = type.contains("$") ? type.substring(0, type.indexOf('$')) : type;
    String source = Files.readString(sourceOf(owner.substring(owner.lastIndexOf('.') + 1)));
    Matcher found = RECORD.matcher(source);
    while (found.find()) {
      if (!found.group(1).equals(record)) {
        continue;
      }
      String comment = source.substring(source.lastIndexOf("/**", found.start()), found.start());
      Matcher component = COMPONENT.matcher(found.group(2).replaceAll("\\s+", " ").strip());
      while (component.find()) {
        String name = component.group(2);
        String standard = component.group(1);
        rows.put(
            prefix + Property.dashed(name),
            new Row(
                meaning(comment, name),
                standard == null ? "" : "`" + standard.replaceAll("[\"{}]", "") + "`"));
      }
    }
  }

  private static Path sourceOf(String type) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.getFileName().toString().equals(type + ".java"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no source of " + type));
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private static String meaning(String comment, String component) {
    List<String> words = new ArrayList<>();
    boolean inside = false;
    for (String line : comment.lines().map(String::strip).toList()) {
      String text = line.replaceFirst("^\\*+/?\\s*", "");
      if (text.startsWith("@param ")) {
        inside = text.startsWith("@param " + component + " ");
        text = text.replaceFirst("@param " + component + " ", "");
      }
      if (inside && !text.isEmpty()) {
        words.add(text);
      }
    }
    return String.join(" ", words).replace("|", "\\|");
  }
}
