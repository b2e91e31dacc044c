package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.processor.rule.Catalogue;
import dev.gatewright.processor.rule.RuleId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is documented and tried, and nothing else is. */
class RuleCatalogueTest {
  private static final Path PAGES = Path.of("../docs/rules");
  private static final List<RuleFixture> FIXTURES = RuleFixture.all();

  static Stream<RuleId> rules() {
    return Catalogue.rules().stream();
  }

  @Test
  void everyRuleHasAnIdOfItsOwn() {
    assertThat(rules().map(RuleId::id)).doesNotHaveDuplicates().allMatch(id -> isId(id));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleServesAStandard(RuleId rule) {
    assertThat(rule.standards()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleHasAFixtureThatBreaksItAndOneThatDoesNot(RuleId rule) {
    List<RuleFixture> own =
        FIXTURES.stream().filter(fixture -> fixture.rule().equals(rule.id())).toList();

    assertThat(own).anyMatch(fixture -> breaks(fixture, rule)).anyMatch(RuleFixture::isClean);
  }

  @Test
  void everyFixtureIsEitherCleanOrExpectsSomething() {
    assertThat(FIXTURES).allMatch(fixture -> fixture.isClean() == fixture.expected().isEmpty());
  }

  @Test
  void everyFixtureBelongsToARule() {
    assertThat(FIXTURES.stream().map(RuleFixture::rule).distinct())
        .containsExactlyInAnyOrderElementsOf(rules().map(RuleId::id).toList());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyPageQuotesAMessageThatAFixtureProvokes(RuleId rule) throws IOException {
    String page = Files.readString(PAGES.resolve(rule.id() + ".md"));

    assertThat(page).startsWith("# " + rule.id() + ": " + rule.title() + "\n");
    assertThat(messages(rule)).anyMatch(message -> page.contains("\n" + message + "\n"));
  }

  @Test
  void everyPageBelongsToARule() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(
              pages
                  .map(page -> page.getFileName().toString().replace(".md", ""))
                  .filter(name -> !name.equals("README")))
          .containsExactlyInAnyOrderElementsOf(rules().map(RuleId::id).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theIndexListsEveryRuleWithItsTitleAndStandards(RuleId rule) throws IOException {
    assertThat(PAGES.resolve("README.md"))
        .content()
        .contains(
            "| [%1$s](%1$s.md) | %2$s | %3$s |\n"
                .formatted(rule.id(), rule.title(), String.join(", ", rule.standards())));
  }

  private static boolean isId(String id) {
    return id.matches("GW-[MAPLKV][0-9]{2}");
  }

  private static boolean breaks(RuleFixture fixture, RuleId rule) {
    return fixture.expected().stream()
        .anyMatch(diagnosis -> diagnosis.message().startsWith("[" + rule.id() + "] "));
  }

  private static List<String> messages(RuleId rule) {
    return FIXTURES.stream()
        .flatMap(fixture -> fixture.expected().stream())
        .map(Diagnosis::message)
        .filter(message -> message.startsWith("[" + rule.id() + "] "))
        .toList();
  }
}
