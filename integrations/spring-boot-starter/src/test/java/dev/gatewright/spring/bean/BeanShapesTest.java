package dev.gatewright.spring.bean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.runtime.Guard;
import dev.gatewright.spring.RunningApplication;
import dev.gatewright.spring.shapes.Shapes;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.support.AopUtils;

/** However Spring builds a bean, it builds its guard. */
class BeanShapesTest {
  private static RunningApplication shapes;

  @BeforeAll
  static void start() {
    shapes = RunningApplication.start(Shapes.Application.class, "shapes.size=large");
  }

  @AfterAll
  static void stop() {
    shapes.close();
  }

  private static String answer(String path) {
    HttpResponse<String> response =
        shapes.get(path, "Authorization", "Bearer " + RunningApplication.tokenOf("alice"));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  @Test
  void qualifiersAndValuesReachTheGuardsConstructor() {
    assertThat(answer("/qualified")).isEqualTo("blue large");
  }

  @Test
  void theAnnotatedConstructorOfSeveralIsTaken() {
    assertThat(answer("/chosen")).isEqualTo("second red");
  }

  @Test
  void ofSeveralConstructorsTheOneWithoutParametersIsTaken() {
    assertThat(answer("/several")).isEqualTo("none");
  }

  @Test
  void conditionsAreDecidedByTheGuardedClass() {
    assertThat(answer("/fallback")).isEqualTo("fallback");
    assertThat(shapes.get("/conditional").statusCode()).isEqualTo(404);
  }

  @Test
  void qualifiersOfTheClassAreKept() {
    assertThat(answer("/wanting")).isEqualTo("marked");
  }

  @Test
  void scopesAreKept() {
    assertThat(answer("/per-request")).isEqualTo("call 1");
    assertThat(answer("/per-request")).isEqualTo("call 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/per-request", "/late", "/proxied"})
  void scopedLazyAndProxiedBeansAreGuarded(String path) {
    assertThat(shapes.get(path).statusCode()).isEqualTo(401);
    answer(path);
  }

  @Test
  void proxiesAreOfTheGuardsClass() {
    Object proxied = shapes.context().getBean("dev.gatewright.spring.shapes.Shapes$Proxied");

    assertThat(AopUtils.isCglibProxy(proxied)).isTrue();
    assertThat(proxied).isInstanceOf(Guard.class);
  }
}
