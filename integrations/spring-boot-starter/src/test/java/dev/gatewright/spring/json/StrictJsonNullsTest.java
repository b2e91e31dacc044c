package dev.gatewright.spring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonIdentityReference;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.ObjectIdGenerators;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** An annotation lets no null in, and neither replaces nor passes over one. */
class StrictJsonNullsTest {
  private final StrictJson json = StrictJson.ofApplication(List.of(), new JsonMapper());

  /** Says of each null what Jackson might do with it. */
  public static class Annotated {
    @JsonSetter(nulls = Nulls.AS_EMPTY)
    public @Nullable String empty = "default";

    @JsonSetter(nulls = Nulls.SKIP)
    public @Nullable String skipped = "default";

    @JsonSetter(nulls = Nulls.AS_EMPTY)
    public @Nullable List<String> list = List.of("default");

    @JsonSetter(contentNulls = Nulls.SKIP)
    public @Nullable List<@Nullable String> elements;

    @JsonSetter(contentNulls = Nulls.SET)
    public @Nullable List<@Nullable String> set;

    @JsonSetter(contentNulls = Nulls.AS_EMPTY)
    public @Nullable Map<String, @Nullable String> values;

    @JsonSetter(nulls = Nulls.FAIL)
    public @Nullable String refused;

    public int number;
  }

  /** Whose components say the same. */
  public record Components(
      @JsonSetter(nulls = Nulls.SET) String set,
      @JsonSetter(nulls = Nulls.SKIP) String skipped,
      @JsonSetter(nulls = Nulls.AS_EMPTY) String empty) {}

  /** Says the same of another type. */
  public abstract static class MixIn {
    @JsonSetter(nulls = Nulls.AS_EMPTY)
    public @Nullable String text;
  }

  /** Is told by a mix-in. */
  public static class Mixed {
    public @Nullable String text = "default";
  }

  /** An object that may be given by its number. */
  @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = "id")
  public static class Node {
    public int id;
    public @Nullable String name;
  }

  /** Refers to objects. */
  public static class Nodes {
    public @Nullable Node first;
    public @Nullable Node second;

    @JsonIdentityReference(alwaysAsId = true)
    public @Nullable Node reference;
  }

  @Test
  void aNullIsANull() throws MalformedJsonException {
    Annotated read =
        read(json, "{\"empty\":null,\"skipped\":null,\"list\":null,\"number\":1}", Annotated.class);

    assertThat(read.empty).isNull();
    assertThat(read.skipped).isNull();
    assertThat(read.list).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'elements':[null],'number':1}|elements",
        "{'set':['a',null],'number':1}|set",
        "{'values':{'a':null},'number':1}|values",
        "{'refused':null,'number':1}|refused",
      },
      quoteCharacter = '`')
  void anElementIsNone(String document, String place) {
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read(json, document.replace('\'', '"'), Annotated.class))
        .satisfies(malformed -> assertThat(malformed.path()).startsWith(place));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'set':null,'skipped':'a','empty':'a'}",
        "{'set':'a','skipped':null,'empty':'a'}",
        "{'set':'a','skipped':'a','empty':null}",
      },
      quoteCharacter = '`')
  void aComponentThatMustBeThereIsNone(String document) {
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read(json, document.replace('\'', '"'), Components.class));
  }

  @Test
  void aMixInOfTheApplicationsReplacesNoNullEither() throws MalformedJsonException {
    JsonMapper mapper = JsonMapper.builder().addMixIn(Mixed.class, MixIn.class).build();

    assertThat(
            read(StrictJson.ofApplication(List.of(), mapper), "{\"text\":null}", Mixed.class).text)
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'first':{'id':1,'name':'a'},'second':1}",
        "{'first':2,'second':{'id':2,'name':'b'}}",
        "{'first':{'id':1,'name':'a'},'reference':1}",
      },
      quoteCharacter = '`')
  void aNumberIsNoObjectThatStandsElsewhere(String document) {
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read(json, document.replace('\'', '"'), Nodes.class));
  }

  @Test
  void anObjectIsGivenWhereItStands() throws MalformedJsonException {
    Nodes read =
        read(
            json,
            "{\"first\":{\"id\":1,\"name\":\"a\"},\"second\":{\"id\":1,\"name\":\"b\"},"
                + "\"reference\":{\"id\":2,\"name\":\"c\"}}",
            Nodes.class);

    assertThat(read.second).isNotNull().extracting(node -> node.name).isEqualTo("b");
    assertThat(read.reference).isNotNull().extracting(node -> node.name).isEqualTo("c");
  }

  private static <T> T read(StrictJson json, String document, Class<T> type)
      throws MalformedJsonException {
    return type.cast(json.read(document.getBytes(StandardCharsets.UTF_8), type, 16));
  }
}
