package javax.validation.constraints;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** As it was before Jakarta. */
@Retention(RetentionPolicy.RUNTIME)
public @interface NotBlank {}
