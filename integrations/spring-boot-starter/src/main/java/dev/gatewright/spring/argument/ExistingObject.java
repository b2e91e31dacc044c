package dev.gatewright.spring.argument;

import dev.gatewright.spring.guard.GuardClasses;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.ReflectionUtils;

/**
 * An object that a request would change, although the guard may refuse it afterwards.
 *
 * @param name the name of the attribute
 * @param parameter what is bound
 * @param origin where the object comes from
 * @param asker the method whose guard may refuse it; null where that is of the request itself
 */
record ExistingObject(
    String name, MethodParameter parameter, String origin, @Nullable Executable asker) {
  private static final String FIX =
      " Fix: take a form object of its own, or annotate the parameter with"
          + " @ModelAttribute(binding = false), which hands the object over as it is, or load it in"
          + " the endpoint";

  /** The refusal of an object that turned up only while a request is served. */
  static IllegalStateException refusal(
      String name, MethodParameter parameter, @Nullable Executable asker) {
    ExistingObject object =
        new ExistingObject(name, parameter, "something that was there before it was called", asker);
    return new IllegalStateException(object.message() + ".");
  }

  /** What is wrong and how to mend it, without the full stop. */
  String message() {
    return "The parameter "
        + name
        + " of "
        + nameOf(parameter.getExecutable())
        + " would be bound onto an object that is there already: the attribute '"
        + name
        + "' comes from "
        + origin
        + ", and a request that a policy, a key or a constraint "
        + (asker == null ? "" : "of " + nameOf(asker) + " ")
        + "refuses would have changed it by then."
        + FIX;
  }

  /** As the application has written it; a guard overrides it. */
  static String nameOf(Executable method) {
    Class<?> type = method.getDeclaringClass();
    Class<?> parent = GuardClasses.isGenerated(type) ? type.getSuperclass() : null;
    Method written =
        parent == null
            ? null
            : ReflectionUtils.findMethod(parent, method.getName(), method.getParameterTypes());
    return (written == null ? method : written).toGenericString();
  }
}
