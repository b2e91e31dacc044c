package dev.gatewright.spring.bean;

import java.lang.annotation.Annotation;
import java.lang.annotation.Inherited;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.core.annotation.AnnotationUtils;

/** Keeps qualifiers that Spring would read from the guarded class itself only. */
final class GuardQualifiers {
  private GuardQualifiers() {}

  static void copy(Class<?> guarded, AbstractBeanDefinition definition) {
    for (Annotation annotation : guarded.getAnnotations()) {
      Class<? extends Annotation> type = annotation.annotationType();
      if (!type.isAnnotationPresent(Inherited.class)) {
        if (isQualifier(type)) {
          copy(annotation, definition);
        }
        // Spring also reads qualifiers that the annotation bears itself.
        for (Annotation meta : type.getAnnotations()) {
          if (meta instanceof Qualifier named
              ? !named.value().isEmpty()
              : isQualifier(meta.annotationType())) {
            copy(meta, definition);
          }
        }
      }
    }
  }

  private static void copy(Annotation annotation, AbstractBeanDefinition definition) {
    Class<? extends Annotation> type = annotation.annotationType();
    if (!definition.hasQualifier(type.getName())) {
      AutowireCandidateQualifier qualifier = new AutowireCandidateQualifier(type);
      AnnotationUtils.getAnnotationAttributes(annotation).forEach(qualifier::setAttribute);
      definition.addQualifier(qualifier);
    }
  }

  private static boolean isQualifier(Class<? extends Annotation> type) {
    for (Annotation meta : type.getAnnotations()) {
      String name = meta.annotationType().getName();
      if (name.equals(Qualifier.class.getName()) || name.equals("jakarta.inject.Qualifier")) {
        return true;
      }
    }
    return false;
  }
}
