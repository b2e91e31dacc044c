package dev.gatewright.applications.resource;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatewright.applications.Secret;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Applications with files, and with code of their own around them. */
public final class Resources {
  private static final String PATTERN = "/files/**";

  private Resources() {}

  private static Resource directory() {
    return new ClassPathResource("static/");
  }

  private static Resource secret(Resource file) throws IOException {
    return new TransformedResource(file, Secret.TEXT.getBytes(US_ASCII));
  }

  @Configuration(proxyBeanMethods = false)
  public static class FilteredRoutes {
    @Bean
    RouterFunction<ServerResponse> secretFiles() {
      return RouterFunctions.resources(PATTERN, directory())
          .filter((request, next) -> ServerResponse.ok().body(Secret.TEXT));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class RoutesWithAfter {
    @Bean
    RouterFunction<ServerResponse> secretFiles() {
      return RouterFunctions.route()
          .resources(PATTERN, directory())
          .after((request, response) -> ServerResponse.ok().body(Secret.TEXT))
          .build();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Transformed implements WebMvcConfigurer {
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
      registry
          .addResourceHandler(PATTERN)
          .addResourceLocations("classpath:/static/")
          .resourceChain(false)
          .addTransformer(new SecretTransformer());
    }
  }

  public static class SecretTransformer implements ResourceTransformer {
    @Override
    public Resource transform(
        HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
        throws IOException {
      return secret(resource);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Converted {
    @Bean
    ResourceHttpRequestHandler convertedFiles() {
      ResourceHttpRequestHandler files = new ResourceHttpRequestHandler();
      files.setLocations(List.of(directory()));
      files.setResourceHttpMessageConverter(new SecretConverter());
      return files;
    }

    @Bean
    SimpleUrlHandlerMapping filesMapping(ResourceHttpRequestHandler convertedFiles) {
      return new SimpleUrlHandlerMapping(
          Map.of(PATTERN, convertedFiles), Ordered.HIGHEST_PRECEDENCE);
    }
  }

  public static class SecretConverter extends ResourceHttpMessageConverter {
    @Override
    protected void writeInternal(Resource resource, HttpOutputMessage output) throws IOException {
      output.getHeaders().setContentLength(Secret.TEXT.length());
      super.writeInternal(secret(resource), output);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Resolved implements WebMvcConfigurer {
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
      registry
          .addResourceHandler(PATTERN)
          .addResourceLocations("classpath:/static/")
          .resourceChain(false)
          .addResolver(new SecretResolver());
    }
  }

  public static class SecretResolver implements ResourceResolver {
    @Override
    public @Nullable Resource resolveResource(
        @Nullable HttpServletRequest request,
        String path,
        List<? extends Resource> locations,
        ResourceResolverChain chain) {
      try {
        return secret(new ClassPathResource("static/plain.txt"));
      } catch (IOException failed) {
        return null;
      }
    }

    @Override
    public @Nullable String resolveUrlPath(
        String path, List<? extends Resource> locations, ResourceResolverChain chain) {
      return null;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Tagged {
    @Bean
    Filter tagging() {
      return new ShallowEtagHeaderFilter();
    }
  }

  /** Holds bodies back until it has seen them whole, as filters that log do. */
  @Configuration(proxyBeanMethods = false)
  public static class Logged {
    @Bean
    Filter logging() {
      return new OncePerRequestFilter() {
        @Override
        protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
          ContentCachingResponseWrapper cached = new ContentCachingResponseWrapper(response);
          chain.doFilter(request, cached);
          cached.copyBodyToResponse();
        }
      };
    }
  }

  /** Answers from its cache before all other interceptors. */
  @Configuration(proxyBeanMethods = false)
  public static class CachedFirst implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry.addInterceptor(new CachingInterceptor()).order(Ordered.HIGHEST_PRECEDENCE);
    }
  }

  /** Answers from its cache after all other interceptors. */
  @Configuration(proxyBeanMethods = false)
  public static class CachedLast implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry.addInterceptor(new CachingInterceptor()).order(Ordered.LOWEST_PRECEDENCE);
    }
  }

  public static class CachingInterceptor implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler)
        throws IOException {
      response.getWriter().write(Secret.TEXT);
      return false;
    }
  }
}
