package jakarta.servlet.http;

import jakarta.servlet.Servlet;

public abstract class HttpServlet implements Servlet {
  @Override
  public void service(Object request) {}

  protected void doGet(Object request) {}
}
