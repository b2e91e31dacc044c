package dev.gatewright.applications.input;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Applications whose bodies are not read by their JsonMapper bean. */
public final class OtherMappers {
  private OtherMappers() {}

  public static class Member {
    private String name = "";
    private boolean chair;

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }

    public boolean isChair() {
      return chair;
    }

    public void setChair(boolean chair) {
      this.chair = chair;
    }
  }

  /** What clients may set. */
  interface ForClients {
    @JsonIgnore
    boolean isChair();

    @JsonIgnore
    void setChair(boolean chair);
  }

  @JsonDeserialize(using = WithoutMarkup.class)
  public record Comment(String text) {}

  public static final class WithoutMarkup extends JsonDeserializer<Comment> {
    @Override
    public Comment deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return new Comment(context.readTree(parser).get("text").asText().replace("<", ""));
    }
  }

  @RestController
  @Public(reason = "only reads")
  @ValidatedInput
  public static class Endpoint {
    @PostMapping(path = "/member", produces = "text/plain")
    public String join(@RequestBody Member member) {
      return "read " + member.getName() + (member.isChair() ? " chair" : "");
    }

    @PostMapping(path = "/comment", produces = "text/plain")
    public String comment(@RequestBody Comment comment) {
      return "read " + comment.text();
    }
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder().addMixIn(Member.class, ForClients.class).build();
  }

  @Configuration(proxyBeanMethods = false)
  public static class ByConfigurer implements WebMvcConfigurer {
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
      builder.withJsonConverter(new JacksonJsonHttpMessageConverter(mapper()));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class ByBean {
    @Bean
    JacksonJsonHttpMessageConverter converter() {
      return new JacksonJsonHttpMessageConverter(mapper());
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class ByType {
    @Bean
    JacksonJsonHttpMessageConverter converter(JsonMapper others) {
      JacksonJsonHttpMessageConverter converter = new JacksonJsonHttpMessageConverter(others);
      converter.registerMappersForType(
          Member.class, mappers -> mappers.put(MediaType.APPLICATION_JSON, mapper()));
      return converter;
    }
  }

  /** With {@code spring.http.converters.preferred-json-mapper=jackson2}. */
  @Configuration(proxyBeanMethods = false)
  public static class OfJackson2 {
    @Bean
    ObjectMapper mapperOfJackson2() {
      return new ObjectMapper().addMixIn(Member.class, ForClients.class);
    }
  }
}
