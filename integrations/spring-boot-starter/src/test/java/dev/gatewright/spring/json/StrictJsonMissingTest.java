package dev.gatewright.spring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.groups.ConvertGroup;
import jakarta.validation.groups.Default;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Validation is left to tell what is missing where it looks in every place, and nowhere else. */
class StrictJsonMissingTest {
  private static final String LINE = "{\"sku\":\"a\"}";

  private final StrictJson json = StrictJson.of(List.of(), null);

  interface Other {}

  record Line(@NotBlank String sku) {}

  record Both(@Valid Line first, @Nullable Line second, @Nullable List<Line> more) {}

  record Envelope<T>(@Valid T data) {}

  record Loose<T>(T data) {}

  @SuppressWarnings("ArrayRecordComponent") // Only how it is read is looked at.
  record Containers(
      @Nullable List<@Valid Line> list,
      @Nullable @Valid List<Line> whole,
      @Valid Line @Nullable [] array,
      @Nullable Map<String, @Valid Line> map,
      Optional<@Valid Line> optional,
      @Nullable List<List<@Valid Line>> nested) {}

  record Nested(@Valid List<List<Line>> lines) {}

  record Keys(Map<@Valid Line, Line> lines) {}

  record Converting(@Valid @ConvertGroup(from = Default.class, to = Other.class) Line line) {}

  record Deep(@Valid Middle middle, Loose<Line> loose) {}

  record Middle(@Valid Line line) {}

  record Unread(@Valid Line line, @Nullable Middle unchecked) {}

  static class Getter {
    private @Nullable Line line;

    public @Valid @Nullable Line getLine() {
      return line;
    }

    public void setLine(Line line) {
      this.line = line;
    }
  }

  static class Unwrapping {
    public @Valid @Nullable Line line;
    @JsonUnwrapped public @Nullable Line unwrapped;
  }

  static class Any {
    public @Valid @Nullable Line line;
    private final Map<String, Line> others = new HashMap<>();

    @JsonAnySetter
    void put(String name, Line other) {
      others.put(name, other);
    }
  }

  /** Made of another object. */
  static class Made {
    private final String sku;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Made(Line line) {
      this.sku = line.sku();
    }

    String sku() {
      return sku;
    }
  }

  record OfMade(@Valid Line line, @Nullable Made made) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Checked.class, name = "checked"),
    @JsonSubTypes.Type(value = Unchecked.class, name = "unchecked")
  })
  interface Kind {}

  record Checked(@Valid Line line) implements Kind {}

  record Unchecked(Line line) implements Kind {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes(@JsonSubTypes.Type(value = Only.class, name = "only"))
  interface OnlyKind {}

  record Only(@NotNull String name, @Valid Line line) implements OnlyKind {}

  record OfKind(@Valid Kind kind) {}

  record OfOnlyKind(@Valid OnlyKind kind) {}

  record OfPlace(@Valid OnlyKind kind, @Nullable OnlyKind other) {}

  record Tree(@NotBlank String name, List<@Valid Tree> children) {}

  /** Jackson cannot tell how it would be set. */
  static class Ambiguous {
    private @Nullable Object value;

    public void setValue(Line line) {
      this.value = line;
    }

    public void setValue(Integer number) {
      this.value = number;
    }

    @Nullable Object value() {
      return value;
    }
  }

  static final class AmbiguousDeserializer extends ValueDeserializer<Ambiguous> {
    @Override
    public Ambiguous deserialize(JsonParser parser, DeserializationContext context) {
      parser.skipChildren();
      return new Ambiguous();
    }
  }

  record OfAmbiguous(
      @NotBlank String name,
      @JsonDeserialize(using = AmbiguousDeserializer.class) Ambiguous ambiguous,
      JsonNode node) {}

  /** Types that need their parameters. */
  @SuppressWarnings("unused") // Only their types are looked at.
  private record Types(
      Line line,
      Both both,
      Envelope<Line> envelope,
      Envelope<List<Line>> envelopeOfList,
      Loose<Line> loose,
      List<Line> list,
      Map<String, Line> map,
      Containers containers,
      Nested nested,
      Keys keys,
      Converting converting,
      Deep deep,
      Unread unread,
      Getter getter,
      Unwrapping unwrapping,
      Any any,
      OfMade ofMade,
      OfKind ofKind,
      OfOnlyKind ofOnlyKind,
      OfPlace ofPlace,
      Tree tree,
      OfAmbiguous ofAmbiguous) {}

  private Object read(String type, String text) throws Exception {
    return json.read(
        text.replace("LINE", LINE).getBytes(StandardCharsets.UTF_8),
        Types.class.getDeclaredField(type).getGenericType(),
        8,
        null,
        Set.of(Default.class));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "line | {}",
        "envelope | {\"data\":{}}",
        "envelopeOfList | {\"data\":[{}]}",
        "list | [{}]",
        "map | {\"a\":{}}",
        "containers | {\"list\":[{}]}",
        "containers | {\"whole\":[{}]}",
        "containers | {\"array\":[{}]}",
        "containers | {\"map\":{\"a\":{}}}",
        "containers | {\"optional\":{}}",
        "containers | {\"nested\":[[{}]]}",
        "getter | {\"line\":{}}",
        "tree | {\"children\":[{\"children\":[]}]}",
        "ofAmbiguous | {\"ambiguous\":{},\"node\":{}}",
        "ofOnlyKind | {\"kind\":{\"kind\":\"only\",\"line\":{}}}",
      })
  void validationTellsWhatIsMissing(String type, String text) throws Exception {
    assertThat(read(type, text)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "both | {\"first\":LINE,\"second\":LINE} | {\"first\":LINE,\"second\":{}}",
        "both | {\"first\":LINE} | {\"first\":LINE,\"more\":[{}]}",
        "both | {\"first\":LINE} | {\"first\":{}}",
        "loose | {\"data\":LINE} | {\"data\":{}}",
        "nested | {\"lines\":[[LINE]]} | {\"lines\":[[{}]]}",
        "keys | {\"lines\":{}} | {\"lines\":{\"a\":{}}}",
        "converting | {\"line\":LINE} | {\"line\":{}}",
        "deep | {\"middle\":{\"line\":LINE},\"loose\":{\"data\":LINE}} |"
            + " {\"middle\":{\"line\":LINE},\"loose\":{\"data\":{}}}",
        "unread | {\"line\":LINE} | {\"line\":LINE,\"unchecked\":{\"line\":{}}}",
        "unwrapping | {\"line\":LINE,\"sku\":\"a\"} | {\"line\":{},\"sku\":\"a\"}",
        "any | {\"line\":LINE,\"a\":LINE} | {\"line\":LINE,\"a\":{}}",
        "ofMade | {\"line\":LINE,\"made\":LINE} | {\"line\":LINE,\"made\":{}}",
        "ofKind | {\"kind\":{\"kind\":\"checked\",\"line\":LINE}} |"
            + " {\"kind\":{\"kind\":\"unchecked\",\"line\":{}}}",
      })
  void nothingIsNullThatAConstraintForbids(String type, String text, String missing)
      throws Exception {
    assertThat(read(type, text)).isNotNull();

    assertThatExceptionOfType(MalformedJsonException.class).isThrownBy(() -> read(type, missing));
  }

  @Test
  void nothingIsReadWhoseMapperPutsAConstrainedClassWhereNothingAsks() {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> read("ofPlace", "{\"kind\":{\"kind\":\"only\",\"name\":\"a\",\"line\":LINE}}"))
        .withMessageContainingAll(Only.class.getName(), OfPlace.class.getName(), "@Valid");
  }
}
