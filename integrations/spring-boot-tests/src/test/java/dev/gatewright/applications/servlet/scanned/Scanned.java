package dev.gatewright.applications.servlet.scanned;

import dev.gatewright.applications.servlet.SecretServlet;
import jakarta.servlet.annotation.WebServlet;
import org.springframework.boot.web.server.servlet.context.ServletComponentScan;
import org.springframework.context.annotation.Configuration;

/** An application that finds its servlet by its annotation. */
@Configuration(proxyBeanMethods = false)
@ServletComponentScan
public class Scanned {
  @WebServlet(name = "scannedServlet", urlPatterns = "/secret")
  public static class ScannedServlet extends SecretServlet {
    private static final long serialVersionUID = 1L;
  }
}
