package jakarta.servlet.http;

public interface HttpSessionListener {
  default void sessionCreated(Object event) {}
}
