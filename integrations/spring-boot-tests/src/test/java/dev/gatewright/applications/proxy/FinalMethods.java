package dev.gatewright.applications.proxy;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Services behind proxies of their interface, whose final methods are advised as any others. */
public final class FinalMethods {
  private FinalMethods() {}

  public interface Archive {
    String read();

    String count();
  }

  @Service
  public static class SecuredArchive implements Archive {
    @Override
    @Secured(roles = "keeper")
    public String read() {
      return Secret.TEXT;
    }

    @Override
    public final String count() {
      return "counted";
    }
  }

  /** The control: without a guard. */
  @Service
  public static class PlainArchive implements Archive {
    @Override
    public String read() {
      return "";
    }

    @Override
    public final String count() {
      return "counted";
    }
  }

  @RestController
  public static class Front {
    private final Archive archive;

    public Front(Archive archive) {
      this.archive = archive;
    }

    @GetMapping("/count")
    @Public(reason = "the aspect decides")
    public String count() {
      return archive.count();
    }
  }

  @Aspect
  @Component
  public static class Closed {
    @Before("execution(* dev.gatewright.applications.proxy.FinalMethods.Archive.count())")
    public void refuse() {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
  }
}
