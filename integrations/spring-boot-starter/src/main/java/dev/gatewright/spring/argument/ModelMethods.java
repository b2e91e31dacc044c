package dev.gatewright.spring.argument;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Conventions;
import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedMethod;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.ControllerAdviceBean;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Finds the methods with {@code @ModelAttribute} that Spring MVC calls before an endpoint, as it
 * does: of the controller and of each controller advice that applies to it.
 */
final class ModelMethods {
  private final List<ControllerAdviceBean> advices;

  ModelMethods(RequestMappingHandlerAdapter adapter) {
    ApplicationContext context = adapter.getApplicationContext();
    this.advices = context == null ? List.of() : ControllerAdviceBean.findAnnotatedBeans(context);
  }

  List<ModelMethod> of(HandlerMethod handler) {
    List<ModelMethod> found = new ArrayList<>();
    for (ControllerAdviceBean advice : advices) {
      Class<?> type = advice.getBeanType();
      if (type != null && advice.isApplicableToBeanType(handler.getBeanType())) {
        add(type, found);
      }
    }
    add(handler.getBeanType(), found);
    return found;
  }

  private static void add(Class<?> type, List<ModelMethod> found) {
    MethodIntrospector.selectMethods(type, RequestMappingHandlerAdapter.MODEL_ATTRIBUTE_METHODS)
        .forEach(method -> found.add(new ModelMethod(type, method)));
  }

  /** Has the annotations of the parameters that it overrides, which a guard does not repeat. */
  static final class ModelMethod extends AnnotatedMethod {
    private final Class<?> type;

    ModelMethod(Class<?> type, Method method) {
      super(method);
      this.type = type;
    }

    @Override
    protected Class<?> getContainingClass() {
      return type;
    }

    /** Whether what it gives is bound at all. */
    boolean isBound() {
      ModelAttribute annotation = getMethodAnnotation(ModelAttribute.class);
      return annotation == null || annotation.binding();
    }

    /**
     * The name of what it gives; null where it gives nothing, or only the object tells its name.
     */
    @Nullable String attribute() {
      if (isVoid()) {
        return null;
      }
      ModelAttribute annotation = getMethodAnnotation(ModelAttribute.class);
      if (annotation != null && StringUtils.hasText(annotation.value())) {
        return annotation.value();
      }
      Class<?> given = GenericTypeResolver.resolveReturnType(getMethod(), type);
      try {
        return Conventions.getVariableNameForReturnType(getMethod(), given, null);
      } catch (IllegalArgumentException unknown) {
        return null;
      }
    }
  }
}
