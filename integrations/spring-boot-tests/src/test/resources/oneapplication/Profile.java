package oneapplication;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Secured
@RequiredArgsConstructor
class Profile {
    private final Journal journal;

    @GetMapping("/me")
    Map<String, String> me(Caller caller, HttpServletRequest request) {
        return Map.of(
                "caller", caller.subject(),
                "user", request.getRemoteUser(),
                "keeper", String.valueOf(request.isUserInRole("keeper")),
                "task", journal.write().join());
    }

    @GetMapping("/me/later")
    CompletableFuture<String> later() {
        return journal.write().thenApply(who -> "later " + who);
    }

    @GetMapping("/recommendations")
    @RateLimited(permits = 1, per = "1h", plans = Subscriptions.class)
    @RateLimited(permits = 3, per = "1h", plans = Subscriptions.class, plan = "pro")
    String recommendations(Caller caller) {
        return "for " + caller.subject();
    }
}
