package dev.gatewright.spring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** What an application's own mapper does not bind is not bound strictly either. */
class StrictJsonOfApplicationTest {

  /** A bean. */
  public static class User {
    public String name;
    @Internal public boolean admin;
  }

  abstract static class WithoutAdmin {
    @JsonIgnore public boolean admin;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  abstract static class Looser {
    @JsonAlias("nickname")
    public String name;
  }

  @Retention(RetentionPolicy.RUNTIME)
  private @interface Internal {}

  private static final class InternalIsIgnored extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean hasIgnoreMarker(MapperConfig<?> config, AnnotatedMember member) {
      return super.hasIgnoreMarker(config, member) || member.hasAnnotation(Internal.class);
    }
  }

  static Stream<JsonMapper> mappers() {
    return Stream.of(
        JsonMapper.builder().addMixIn(User.class, WithoutAdmin.class).build(),
        JsonMapper.builder().annotationIntrospector(new InternalIsIgnored()).build());
  }

  @ParameterizedTest
  @MethodSource("mappers")
  void anIgnoredPropertyIsNotBound(JsonMapper mapper) throws MalformedJsonException {
    StrictJson json = StrictJson.ofApplication(List.of(), mapper);

    assertThat(read(json, "{\"name\":\"a\"}").name).isEqualTo("a");
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read(json, "{\"name\":\"a\",\"admin\":true}"));
  }

  @Test
  void anInvisiblePropertyIsNotBound() {
    StrictJson json =
        StrictJson.ofApplication(
            List.of(),
            JsonMapper.builder()
                .changeDefaultVisibility(
                    known ->
                        known.withVisibility(
                            PropertyAccessor.FIELD, JsonAutoDetect.Visibility.NONE))
                .build());

    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read(json, "{\"name\":\"a\"}"));
  }

  @Test
  void aMixInLetsNothingMoreIn() {
    StrictJson json =
        StrictJson.ofApplication(
            List.of(), JsonMapper.builder().addMixIn(User.class, Looser.class).build());

    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read(json, "{\"nickname\":\"a\"}"));
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read(json, "{\"name\":\"a\",\"other\":1}"));
  }

  private static User read(StrictJson json, String text) throws MalformedJsonException {
    return (User) json.read(text.getBytes(StandardCharsets.UTF_8), User.class, 16);
  }
}
