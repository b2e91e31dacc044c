package dev.gatewright.applications.input;

import dev.gatewright.Public;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.OffsetScrollPosition;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.web.OffsetScrollPositionHandlerMethodArgumentResolver;
import org.springframework.data.web.PageableDefault;
import org.springframework.data.web.ProjectedPayload;
import org.springframework.data.web.config.EnableSpringDataWebSupport;
import org.springframework.data.web.config.PageableHandlerMethodArgumentResolverCustomizer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Takes pages as Spring Data has them. */
public final class Paged {
  private Paged() {}

  @Configuration(proxyBeanMethods = false)
  @EnableSpringDataWebSupport
  public static class Data implements WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
      resolvers.add(new OffsetScrollPositionHandlerMethodArgumentResolver());
    }
  }

  /** Names of the application's own, and the first page is 1. */
  @Configuration(proxyBeanMethods = false)
  @EnableSpringDataWebSupport
  public static class OwnNames {
    @Bean
    PageableHandlerMethodArgumentResolverCustomizer names() {
      return resolver -> {
        resolver.setPrefix("p_");
        resolver.setPageParameterName("nr");
        resolver.setOneIndexedParameters(true);
      };
    }
  }

  @RestController
  @Public(reason = "test")
  public static class Projections {
    @ProjectedPayload
    public interface Search {
      int getPage();
    }

    @GetMapping("/projected")
    public String search(Search search) {
      return "read " + search.getPage();
    }
  }

  @RestController
  @RequestMapping("/paged")
  @Public(reason = "test")
  public static class Pages {
    @GetMapping
    public String page(@PageableDefault(size = 7) Pageable pageable) {
      return "read " + pageable.getPageNumber() + " " + pageable.getPageSize() + pageable.getSort();
    }

    @GetMapping("/qualified")
    public String qualified(@Qualifier("a") Pageable pageable) {
      return "read " + pageable.getPageNumber() + " " + pageable.getPageSize() + pageable.getSort();
    }

    @GetMapping("/sorted")
    public String sorted(Sort sort) {
      return "read " + sort;
    }

    @GetMapping("/scrolled")
    public String scrolled(OffsetScrollPosition position) {
      return "read " + position.getOffset();
    }
  }
}
