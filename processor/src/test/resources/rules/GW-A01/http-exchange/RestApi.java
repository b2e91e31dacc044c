package orders;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.stereotype.Controller;

@Controller
@Retention(RetentionPolicy.RUNTIME)
public @interface RestApi {}
