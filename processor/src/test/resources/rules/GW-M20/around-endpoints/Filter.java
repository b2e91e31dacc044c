package jakarta.servlet;

public interface Filter {
  void doFilter(Object request, Object response, Object chain);
}
