package dev.gatewright.spring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a document may give is what Jackson would bind; nothing else is asked for, or known. */
class StrictJsonPropertiesTest {
  private final StrictJson json = StrictJson.ofApplication(List.of(), JsonMapper.shared());

  record ReadOnly(@JsonProperty(access = JsonProperty.Access.READ_ONLY) String id, String item) {}

  record Ignored(@JsonIgnore String id, String item) {}

  @JsonIgnoreProperties(value = "id", allowGetters = true)
  record OfNames(String id, String item) {}

  @JsonIncludeProperties("item")
  record Included(String id, String item) {}

  record OptionalId(
      @JsonProperty(access = JsonProperty.Access.READ_ONLY) Optional<String> id, String item) {}

  record Created(String id, String item) {
    @JsonCreator
    Created(
        @JsonProperty(value = "id", access = JsonProperty.Access.READ_ONLY) String id,
        @JsonProperty("item") String item) {
      this.id = id;
      this.item = item;
    }
  }

  @JsonIgnoreType
  record Internal(@Nullable String value) {}

  record OfIgnoredType(Internal id, String item) {}

  record Plain(String id, String item) {}

  abstract static class WithoutId {
    @JsonIgnore
    abstract String id();
  }

  /** Private fields that only getters tell of. */
  public static class Getters {
    private @Nullable String name;
    private int count;
    private List<String> tags = List.of();
    private Map<String, Integer> sums = Map.of();
    private @Nullable String hidden;

    public @Nullable String getName() {
      return name;
    }

    public int getCount() {
      return count;
    }

    public List<String> getTags() {
      return tags;
    }

    public Map<String, Integer> getSums() {
      return sums;
    }

    public String hidden() {
      return "not a getter " + hidden;
    }

    public String getComputed() {
      return "x";
    }
  }

  /** What is only written. */
  @JsonAutoDetect
  public static class Written {
    private @Nullable String name;

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    private final boolean admin;

    @JsonIgnore private boolean internal;

    public Written() {
      this.admin = false;
    }

    public @Nullable String getName() {
      return name;
    }

    public boolean isAdmin() {
      return admin;
    }

    public boolean isInternal() {
      return internal;
    }
  }

  private static Object read(StrictJson reader, Class<?> type, String text)
      throws MalformedJsonException {
    return reader.read(text.getBytes(StandardCharsets.UTF_8), type, 8);
  }

  private void assertRefused(Class<?> type, String text) {
    assertThatExceptionOfType(MalformedJsonException.class)
        .as(text)
        .isThrownBy(() -> read(json, type, text));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ReadOnly.class,
        Ignored.class,
        OfNames.class,
        Included.class,
        OptionalId.class,
        Created.class
      })
  void whatNoDocumentMayGiveIsNotAskedFor(Class<?> type) throws Exception {
    assertThat(read(json, type, "{\"item\":\"a\"}"))
        .hasFieldOrPropertyWithValue("item", "a")
        .extracting("id")
        .isIn(null, Optional.empty());

    assertRefused(type, "{\"item\":\"a\",\"id\":\"b\"}");
    assertRefused(type, "{\"id\":\"b\",\"item\":\"a\"}");
    assertRefused(type, "{\"item\":\"a\",\"id\":null}");
    assertRefused(type, "{}");
  }

  @Test
  void whatAMixInIgnoresIsNotAskedFor() throws Exception {
    StrictJson reader =
        StrictJson.ofApplication(
            List.of(), JsonMapper.builder().addMixIn(Plain.class, WithoutId.class).build());

    assertThat(read(reader, Plain.class, "{\"item\":\"a\"}"))
        .hasFieldOrPropertyWithValue("id", null);
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read(reader, Plain.class, "{\"item\":\"a\",\"id\":\"b\"}"));
    assertRefused(Plain.class, "{\"item\":\"a\"}");
  }

  @Test
  void aFieldThatAGetterTellsOfIsRead() throws Exception {
    Getters read =
        (Getters)
            read(
                json,
                Getters.class,
                "{\"name\":\"a\",\"count\":2,\"tags\":[\"t\"],\"sums\":{\"s\":1}}");

    assertThat(read.getName()).isEqualTo("a");
    assertThat(read.getCount()).isEqualTo(2);
    assertThat(read.getTags()).containsExactly("t");
    assertThat(read.getSums()).containsEntry("s", 1);
    for (String unknown : List.of("hidden", "computed")) {
      assertRefused(Getters.class, "{\"" + unknown + "\":\"x\"}");
    }
    assertRefused(Getters.class, "{\"count\":\"2\"}");
    assertRefused(Getters.class, "{\"tags\":[null]}");
  }

  @Test
  void aFieldThatIsOnlyWrittenIsUnknown() throws Exception {
    assertThat(((Written) read(json, Written.class, "{\"name\":\"a\"}")).getName()).isEqualTo("a");
    assertRefused(Written.class, "{\"admin\":true}");
    assertRefused(Written.class, "{\"internal\":true}");
  }

  @Test
  void aFieldIsUnknownWhereTheApplicationWantsAMutator() {
    StrictJson reader =
        StrictJson.ofApplication(
            List.of(), JsonMapper.builder().disable(MapperFeature.INFER_PROPERTY_MUTATORS).build());

    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read(reader, Getters.class, "{\"name\":\"a\"}"));
  }
}
