package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.runtime.problem.RefusedException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loads every golden guard and calls all its endpoints, by every way Java has to call them. */
class EveryGuardTest {
  @TempDir private static Path directory;
  private static CompiledSources compiled;

  private final Gate gate = TestGate.create();

  @BeforeAll
  static void compile() throws IOException {
    compiled = CompiledSources.of(Golden.sourcesOfAll(), directory);
  }

  @AfterAll
  static void close() throws IOException {
    compiled.close();
  }

  static Stream<String> guards() throws IOException {
    return Golden.guardsOfAll().entrySet().stream()
        .map(file -> packageOf(file.getValue()) + file.getKey().replace(".java", ""));
  }

  private static String packageOf(String text) {
    Matcher declaration = Pattern.compile("(?m)^package (.+);$").matcher(text);
    return declaration.find() ? declaration.group(1) + "." : "";
  }

  @ParameterizedTest
  @MethodSource("guards")
  void aCallWithoutAnExchangeIsRefusedWhicheverDeclarationItGoesThrough(String name)
      throws Exception {
    Guard guard = instantiate(compiled.load(name));
    assertThat(guard.endpointPolicies()).isNotEmpty();

    for (EndpointPolicy policy : guard.endpointPolicies()) {
      List<Method> declarations = declarations(guard.getClass(), policy);
      assertThat(declarations).as(policy.id()).hasSizeGreaterThanOrEqualTo(2);
      for (Method declaration : declarations) {
        assertThat(call(guard, declaration))
            .as(declaration.toString())
            .isInstanceOfSatisfying(
                RefusedException.class,
                refused ->
                    assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.UNDECIDABLE));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("guards")
  void policiesNameTheGuardsOwnMethods(String name) throws Exception {
    Class<?> type = compiled.load(name);
    Guard guard = instantiate(type);

    for (EndpointPolicy policy : guard.endpointPolicies()) {
      Class<?>[] parameters = policy.parameters().toArray(Class<?>[]::new);
      Method override = type.getDeclaredMethod(policy.method(), parameters);

      assertThat(policy.type()).isAssignableFrom(type).isNotEqualTo(type);
      assertThat(override.getDeclaredAnnotations())
          .as("annotations by which a framework would find it")
          .extracting(each -> each.annotationType().getPackageName())
          .isSubsetOf("dev.gatewright.golden");
    }
  }

  private Guard instantiate(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    Object[] arguments =
        Arrays.stream(constructor.getParameterTypes()).map(this::argument).toArray();
    return (Guard) constructor.newInstance(arguments);
  }

  private Object argument(Class<?> type) {
    if (type == Gate.class) {
      return gate;
    }
    if (type == List.class) {
      return List.of();
    }
    return type == Comparator.class ? Comparator.naturalOrder() : value(type);
  }

  private static Object value(Class<?> type) {
    if (type == String[].class) {
      return new String[0];
    }
    return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
  }

  /** All declarations in the guard and its supertypes, bridges included. */
  private static List<Method> declarations(Class<?> guard, EndpointPolicy policy) {
    List<Method> found = new ArrayList<>();
    for (Class<?> type : supertypes(guard)) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals(policy.method())
            && method.getParameterCount() == policy.parameters().size()
            && !Modifier.isStatic(method.getModifiers())) {
          found.add(method);
        }
      }
    }
    return found;
  }

  private static List<Class<?>> supertypes(Class<?> type) {
    List<Class<?>> all = new ArrayList<>();
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      all.add(each);
      Arrays.stream(each.getInterfaces()).map(EveryGuardTest::supertypes).forEach(all::addAll);
    }
    return all;
  }

  private static Throwable call(Guard guard, Method method) throws IllegalAccessException {
    method.setAccessible(true);
    Object[] arguments =
        Arrays.stream(method.getParameterTypes()).map(EveryGuardTest::value).toArray();
    try {
      method.invoke(guard, arguments);
      return null;
    } catch (InvocationTargetException e) {
      return e.getCause();
    }
  }
}
