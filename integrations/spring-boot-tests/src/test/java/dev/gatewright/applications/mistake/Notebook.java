package dev.gatewright.applications.mistake;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that each refuse what a newcomer sends first. */
@Configuration(proxyBeanMethods = false)
@Import(Notebook.Notes.class)
public class Notebook {

  @RestController
  public static class Notes {
    @GetMapping("/notes")
    @Secured
    public String list() {
      return "notes";
    }

    @GetMapping("/notes/shared")
    @Secured(roles = "reader")
    public String shared() {
      return "shared";
    }

    @PostMapping("/notes")
    @Secured(scopes = "notes:write")
    public String add() {
      return "added";
    }

    @GetMapping("/notes/private")
    @Secured(mfa = true)
    public String ofOneself() {
      return "private";
    }

    @GetMapping("/notes/rare")
    @Secured
    @RateLimited(permits = 1, per = "1h")
    public String rare() {
      return "rare";
    }
  }
}
