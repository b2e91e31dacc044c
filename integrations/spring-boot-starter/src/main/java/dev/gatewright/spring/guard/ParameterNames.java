package dev.gatewright.spring.guard;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;
import org.springframework.util.ReflectionUtils;

/**
 * Names of a method's parameters as compilers read them of class files: those of {@code
 * -parameters}, else those of local variables that debuggers are told of.
 */
final class ParameterNames {
  private static final String BINDING = "org.springframework.web.bind.annotation";

  private ParameterNames() {}

  /** All names in order; null where the class file lacks one. */
  static @Nullable List<String> of(Method method) {
    List<String> names = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      if (!parameter.isNamePresent()) {
        return localVariables(method);
      }
      names.add(parameter.getName());
    }
    return names;
  }

  /** A parameter's name, with the one that a request has it by where that is another. */
  static String withBoundName(String name, Parameter parameter) {
    String bound =
        Stream.of(parameter.getDeclaredAnnotations())
            .filter(each -> each.annotationType().getPackageName().equals(BINDING))
            .flatMap(each -> Stream.of(text(each, "value"), text(each, "name")))
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse(name);
    return bound.equals(name) ? name : name + "=" + bound;
  }

  private static String text(Annotation annotation, String member) {
    Method found = ReflectionUtils.findMethod(annotation.annotationType(), member);
    return found != null && ReflectionUtils.invokeMethod(found, annotation) instanceof String text
        ? text
        : "";
  }

  private static @Nullable List<String> localVariables(Method method) {
    Class<?> type = method.getDeclaringClass();
    String file = type.getName().substring(type.getPackageName().length()).replace(".", "");
    try (InputStream stream = type.getResourceAsStream(file + ".class")) {
      if (stream == null) {
        return null;
      }
      Variables variables = new Variables(method);
      new ClassReader(stream).accept(variables, ClassReader.SKIP_FRAMES);
      return variables.names();
    } catch (IOException | IllegalArgumentException unreadable) {
      return null;
    }
  }

  /** Collects names by the places where the virtual machine passes the parameters. */
  private static final class Variables extends ClassVisitor {
    private final Method method;
    private final Map<Integer, String> names = new TreeMap<>();

    Variables(Method method) {
      super(SpringAsmInfo.ASM_VERSION);
      this.method = method;
      int place = Modifier.isStatic(method.getModifiers()) ? 0 : 1;
      for (Type parameter : Type.getArgumentTypes(method)) {
        names.put(place, "");
        place += parameter.getSize();
      }
    }

    @Nullable List<String> names() {
      List<String> all = new ArrayList<>(names.values());
      return all.contains("") ? null : all;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      boolean wanted =
          name.equals(method.getName()) && descriptor.equals(Type.getMethodDescriptor(method));
      return wanted ? new Places() : null;
    }

    private final class Places extends MethodVisitor {
      private @Nullable Label begin;

      Places() {
        super(SpringAsmInfo.ASM_VERSION);
      }

      @Override
      public void visitLabel(Label label) {
        if (begin == null) {
          begin = label;
        }
      }

      @Override
      public void visitLocalVariable(
          String name,
          String descriptor,
          @Nullable String signature,
          Label start,
          Label end,
          int place) {
        // Parameters are there from the start; another variable may take their place later.
        if (Objects.equals(start, begin)) {
          names.replace(place, name);
        }
      }
    }
  }
}
