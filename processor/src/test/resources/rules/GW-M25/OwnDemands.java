package orders;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the guarded class itself demands, or a subclass of the caller's. */
// expect 10: [GW-M16] Open gets no guard of its own: it is abstract, and its concrete subclasses get theirs. Fix: none needed.
abstract class Open {
  @Public(reason = "a list")
  @GetMapping("/list")
  public String list() {
    return "list";
  }
}

@RestController
@Secured(roles = "admin")
class Closed extends Open {
  @Public(reason = "a count")
  @GetMapping("/count")
  public String count() {
    // expect 22: [GW-M25] Gatewright cannot guard Open.list(): Closed.count calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'list' without 'super', or move what both do to a method without Gatewright's annotations.
    return super.list();
  }

  String helper() {
    // expect 22: [GW-M25] Gatewright cannot guard Open.list(): Closed.helper calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'list' without 'super', or move what both do to a method without Gatewright's annotations.
    return super.list();
  }
}

class Service {
  public String wipe() {
    return "wiped";
  }
}

class Middle extends Service {
  public String again() {
    // expect 22: [GW-M25] Gatewright cannot guard Service.wipe(): Middle.again calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'wipe' without 'super', or move what both do to a method without Gatewright's annotations.
    return super.wipe();
  }
}

class Wiper extends Middle {
  @Override
  @Secured(roles = "admin")
  public String wipe() {
    return super.wipe();
  }

  @Public(reason = "a dry run")
  public String dry() {
    // expect 22: [GW-M25] Gatewright cannot guard Service.wipe(): Wiper.dry calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'wipe' without 'super', or move what both do to a method without Gatewright's annotations.
    return super.wipe();
  }
}

@Secured(roles = "admin")
class Reports {
  public String all() {
    return "all";
  }

  @Public(reason = "counts are public")
  public String summary() {
    return "none";
  }
}

class Summaries extends Reports {
  @Override
  public String summary() {
    // expect 21: [GW-M25] Gatewright cannot guard Reports.all(): Summaries.summary calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'all' without 'super', or move what both do to a method without Gatewright's annotations.
    return super.all();
  }
}
