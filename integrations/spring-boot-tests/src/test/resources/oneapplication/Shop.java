package oneapplication;

import io.micrometer.core.aop.TimedAspect;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.databind.module.SimpleModule;

@SpringBootApplication
@EnableAsync
@EnableScheduling
public class Shop {
    @Bean
    TimedAspect timedAspect(MeterRegistry meters) {
        return new TimedAspect(meters);
    }

    @Bean
    JsonMapperBuilderCustomizer isbns() {
        return builder -> builder.addModule(new SimpleModule("isbns")
                .addSerializer(Isbn.class, new Isbn.Serializer())
                .addDeserializer(Isbn.class, new Isbn.Deserializer()));
    }
}
