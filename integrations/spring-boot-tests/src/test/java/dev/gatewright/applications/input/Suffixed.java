package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** An application that takes what is signed, as a format of JSON that it reads itself. */
public final class Suffixed {
  private Suffixed() {}

  public record Order(String item) {}

  @RestController
  @Public(reason = "partners sign what they send")
  @ValidatedInput
  public static class Endpoint {
    @PostMapping(path = "/order", consumes = "application/jose+json")
    public String order(@RequestBody Order order) {
      return "read " + order.item();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Signatures {
    @Bean
    OfSignedOrders ofSignedOrders() {
      return new OfSignedOrders();
    }
  }

  /** JSON Web Signature, RFC 7515, section 7.2. */
  private static final class OfSignedOrders extends AbstractHttpMessageConverter<Order> {
    OfSignedOrders() {
      super(MediaType.valueOf("application/jose+json"));
    }

    @Override
    protected boolean supports(Class<?> type) {
      return type == Order.class;
    }

    @Override
    protected Order readInternal(Class<? extends Order> type, HttpInputMessage message)
        throws IOException {
      String document = new String(message.getBody().readAllBytes(), StandardCharsets.UTF_8);
      if (!document.contains("\"signature\"")) {
        throw new HttpMessageNotReadableException("It is not signed", message);
      }
      return new Order("what a partner has signed");
    }

    @Override
    protected void writeInternal(Order order, HttpOutputMessage message) {
      throw new HttpMessageNotWritableException("Orders are taken only");
    }
  }
}
