package dev.gatewright.applications.made;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Mappers of Jackson that applications bring along, other than Jackson 3's own. */
public final class Mappers {
  private Mappers() {}

  @Configuration(proxyBeanMethods = false)
  public static class OfJackson2 {
    @Bean
    ObjectMapper mapper() {
      ObjectMapper mapper = new ObjectMapper();
      mapper.registerSubtypes(
          new NamedType(Employees.Wipe.class, "wipe"),
          new NamedType(Employees.Greet.class, "greet"));
      return mapper;
    }
  }

  /** Forgets what was set before. */
  @Configuration(proxyBeanMethods = false)
  public static class Replaced {
    @Bean
    ObjectMapper mapper() {
      return new ObjectMapper();
    }

    @Bean
    InitializingBean replacing(ObjectMapper mapper) {
      return () -> mapper.setAnnotationIntrospector(new JacksonAnnotationIntrospector());
    }
  }

  /** Is not what is built anew from it. */
  public static class CompanyMapper extends JsonMapper {
    private static final long serialVersionUID = 1L;
  }

  @Configuration(proxyBeanMethods = false)
  public static class Subclass {
    @Bean
    JsonMapper companyMapper() {
      return new CompanyMapper();
    }
  }
}
