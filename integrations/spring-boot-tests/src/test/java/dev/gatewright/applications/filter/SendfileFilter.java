package dev.gatewright.applications.filter;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Has Tomcat send a file in the place of whatever is answered. */
@Component
public class SendfileFilter implements Filter {
  private static final String TEXT = "the secret of a file";
  private final Path file;

  SendfileFilter() {
    try {
      file = Files.createTempFile(Path.of("target").toAbsolutePath(), "sendfile", ".txt");
      Files.write(file, TEXT.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    file.toFile().deleteOnExit();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = ((HttpServletRequest) request).getRequestURI();
    if (path.endsWith("-after")) {
      chain.doFilter(request, response);
    }
    request.setAttribute("org.apache.tomcat.sendfile.filename", file.toString());
    request.setAttribute("org.apache.tomcat.sendfile.start", 0L);
    request.setAttribute("org.apache.tomcat.sendfile.end", (long) TEXT.length());
    if (path.startsWith("/error")) {
      ((HttpServletResponse) response).sendError(404);
    } else if (path.startsWith("/length")) {
      response.setContentLengthLong(TEXT.length());
    } else if (!path.endsWith("-after")) {
      chain.doFilter(request, response);
    }
  }
}
