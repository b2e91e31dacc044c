package jakarta.servlet;

public interface Servlet {
  void service(Object request);
}
