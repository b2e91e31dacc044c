package tools.jackson.databind.annotation;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** As the library declares it. */
@Retention(RetentionPolicy.RUNTIME)
public @interface JsonDeserialize {
  Class<?> as() default Void.class;

  Class<?> builder() default Void.class;

  Class<?> converter() default Void.class;

  Class<?> contentConverter() default Void.class;
}
