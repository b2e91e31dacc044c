package dev.gatewright.spring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonBackReference;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonManagedReference;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the JDK or Jackson makes of nearly any text is made of one. */
class StrictJsonSpellingTest {
  private final StrictJson json = StrictJson.of(List.of(), null);

  enum Named {
    @JsonAlias("other")
    FIRST,
    @JsonEnumDefaultValue
    SECOND
  }

  enum Coded {
    FIRST(1);

    private final int code;

    Coded(int code) {
      this.code = code;
    }

    @JsonValue
    int code() {
      return code;
    }
  }

  enum Made {
    FIRST;

    @JsonCreator
    static Made of(int code) {
      return values()[code];
    }
  }

  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record Pair(int first, int second) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = Cat.class)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Cat.class, name = "cat"),
    @JsonSubTypes.Type(value = Dog.class, name = "dog")
  })
  interface Pet {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = One.class, name = "1"),
    @JsonSubTypes.Type(value = True.class, name = "true")
  })
  interface Numbered {}

  record One(int value) implements Numbered {}

  record True(int value) implements Numbered {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_ARRAY)
  @JsonSubTypes(@JsonSubTypes.Type(value = Only.class, name = "1"))
  interface Wrapped {}

  record Only(int value) implements Wrapped {}

  @JsonTypeInfo(
      use = JsonTypeInfo.Id.NAME,
      include = JsonTypeInfo.As.EXTERNAL_PROPERTY,
      property = "kind")
  @JsonSubTypes(@JsonSubTypes.Type(value = Outer.class, name = "1"))
  interface External {}

  record Outer(int value) implements External {}

  record Defaulting(
      @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
          Named value) {}

  record Nulling(
      @Nullable @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
          Named value) {}

  @JsonFormat(
      with = {
        JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE,
        JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL
      })
  enum Lenient {
    @JsonEnumDefaultValue
    FIRST
  }

  record LenientMap(Map<Lenient, Integer> values) {}

  record LenientSet(Set<Lenient> values) {}

  static class Parent {
    private List<Child> children = List.of();

    @JsonManagedReference
    public List<Child> getChildren() {
      return children;
    }

    public void setChildren(List<Child> children) {
      this.children = children;
    }
  }

  static class Child {
    private @Nullable Parent parent;

    @JsonBackReference
    public @Nullable Parent getParent() {
      return parent;
    }

    public void setParent(Parent parent) {
      this.parent = parent;
    }
  }

  record Cat(int lives) implements Pet {}

  record Dog(int tricks) implements Pet {}

  private Object read(Class<?> type, String text) throws MalformedJsonException {
    return json.read(text.getBytes(StandardCharsets.UTF_8), type, 8);
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return switch (name) {
      case "byte[]" -> byte[].class;
      case "double" -> double.class;
      case "Named" -> Named.class;
      case "Coded" -> Coded.class;
      case "Made" -> Made.class;
      case "Pair" -> Pair.class;
      case "Pet" -> Pet.class;
      case "Numbered" -> Numbered.class;
      case "Wrapped" -> Wrapped.class;
      case "External" -> External.class;
      case "Defaulting" -> Defaulting.class;
      case "Nulling" -> Nulling.class;
      case "Lenient" -> Lenient.class;
      case "LenientMap" -> LenientMap.class;
      case "LenientSet" -> LenientSet.class;
      case "Parent" -> Parent.class;
      case "Child" -> Child.class;
      default -> Class.forName(name);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "byte[] | \"QUI=\" | \"QUJ=\"",
        "byte[] | \"QUI=\" | \"QUI\"",
        "byte[] | \"QUI=\" | \"QUI=QUI=\"",
        "byte[] | \"QUI=\" | \"Q\\nUI=\"",
        "java.nio.ByteBuffer | \"AQ==\" | \"AR==\"",
        "java.nio.ByteBuffer | \"QUI=\" | \"Q\\nUI=\"",
        "byte[] | \"+/+/\" | \"-_-_\"",
        "java.util.TimeZone | \"Europe/Paris\" | \"Foo/Bar\"",
        "java.util.TimeZone | \"Europe/Paris\" | \"europe/paris\"",
        "java.util.TimeZone | \"GMT\" | \"GMT+99\"",
        "java.time.ZoneId | \"Europe/Paris\" | \"UTC+1\"",
        "java.time.ZoneOffset | \"+01:00\" | \"+1\"",
        "java.time.ZoneOffset | \"+01:00\" | \"+0100\"",
        "java.util.Locale | \"de-DE\" | \"xx-yy-zz-!!\"",
        "java.util.Locale | \"de_DE\" | \"DE_de\"",
        "java.util.Locale | \"de\" | \"foo bar\"",
        "java.util.Currency | \"EUR\" | \"eur\"",
        "java.nio.charset.Charset | \"UTF-8\" | \"utf8\"",
        "java.util.OptionalDouble | 1.5 | \"NaN\"",
        "java.util.OptionalDouble | 1.5 | \"Infinity\"",
        "java.util.OptionalDouble | 1.5 | 0.1234567890123456789012",
        "java.util.OptionalInt | 1 | -0",
        "java.util.OptionalInt | 1 | \"1\"",
        "java.util.OptionalLong | 1 | -0",
        "java.util.concurrent.atomic.AtomicInteger | 1 | -0",
        "java.util.concurrent.atomic.AtomicLong | 1 | -0",
        "java.math.BigDecimal | 0.0 | -0.0",
        "java.math.BigDecimal | 0 | -0",
        "double | 0 | -0",
        "Named | \"FIRST\" | \"other\"",
        "Named | \"SECOND\" | \"third\"",
        "Coded | 1 | \"1\"",
        "Coded | 1 | 1.0",
        "Coded | 1 | \"FIRST\"",
        "Made | 0 | \"0\"",
        "Made | 0 | 0.5",
        "Made | 0 | 7",
        "Pair | {\"first\":1,\"second\":2} | [1,2,3]",
        "Pet | {\"kind\":\"cat\",\"lives\":1} | {\"kind\":\"cow\",\"lives\":1}",
        "Pet | {\"kind\":\"dog\",\"tricks\":1} | {\"lives\":1}",
        "Pet | {\"kind\":\"cat\",\"lives\":1} | {\"kind\":\"\",\"lives\":1}",
        "Numbered | {\"kind\":\"1\",\"value\":1} | {\"kind\":1,\"value\":1}",
        "Numbered | {\"value\":1,\"kind\":\"1\"} | {\"value\":1,\"kind\":1}",
        "Numbered | {\"kind\":\"true\",\"value\":1} | {\"kind\":true,\"value\":1}",
        "Wrapped | [\"1\",{\"value\":1}] | [1,{\"value\":1}]",
        "External | {\"kind\":\"1\",\"value\":1} | {\"kind\":1,\"value\":1}",
        "Defaulting | {\"value\":\"FIRST\"} | {\"value\":\"third\"}",
        "Nulling | {\"value\":\"FIRST\"} | {\"value\":\"third\"}",
        "Lenient | \"FIRST\" | \"third\"",
        "LenientMap | {\"values\":{\"FIRST\":1}} | {\"values\":{\"third\":1}}",
        "LenientSet | {\"values\":[\"FIRST\"]} | {\"values\":[\"third\"]}",
        "Child | {} | {\"parent\":{}}",
        "Child | {} | {\"parent\":null}",
        "Parent | {\"children\":[{}]} | {\"children\":[{\"parent\":{}}]}",
        "java.time.Duration | \"PT1S\" | \"+PT1S\"",
        "java.time.Duration | \"PT1S\" | \"PT+1S\"",
        "java.time.Duration | \"PT1S\" | \"pt1s\"",
        "java.time.Period | \"P1D\" | \"P+1D\"",
      })
  void aValueHasOneSpelling(String type, String plain, String other) throws Exception {
    assertThat(read(type(type), plain)).isNotNull();

    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read(type(type), other));
  }

  @Test
  void whatPointsBackIsSetByWhatItPointsTo() throws Exception {
    Parent parent = (Parent) read(Parent.class, "{\"children\":[{}]}");

    assertThat(parent.getChildren().get(0).getParent()).isSameAs(parent);
  }
}
