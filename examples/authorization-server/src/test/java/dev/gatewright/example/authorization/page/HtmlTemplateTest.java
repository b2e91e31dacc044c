package dev.gatewright.example.authorization.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.example.authorization.page.HtmlTemplate.Html;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlTemplateTest {
  private final HtmlTemplate field = HtmlTemplate.load("hidden-field.html");

  @Test
  void textIsEscapedAndMarkupIsNot() {
    assertThat(field.fill(Map.of("name", "a\"><b>&'", "value", new Html("<i>"))).markup().strip())
        .isEqualTo("<input type=\"hidden\" name=\"a&quot;&gt;&lt;b&gt;&amp;&#39;\" value=\"<i>\">");
  }

  @Test
  void aValueThatLooksLikeAPlaceStaysText() {
    assertThat(field.fill(Map.of("name", "{{value}}$1", "value", "x")).markup())
        .contains("name=\"{{value}}$1\"");
  }

  @Test
  void aPlaceThatNothingWasGivenForIsAnError() {
    assertThatThrownBy(() -> field.fill(Map.of("name", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("value");
  }
}
