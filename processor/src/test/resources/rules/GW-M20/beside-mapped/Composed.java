package orders;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.messaging.handler.annotation.MessageMapping;

@MessageMapping
@Retention(RetentionPolicy.RUNTIME)
public @interface Composed {}
