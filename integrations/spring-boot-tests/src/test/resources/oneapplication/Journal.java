package oneapplication;

import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.spring.caller.CurrentCaller;
import java.util.concurrent.CompletableFuture;
import lombok.RequiredArgsConstructor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;

@Service
@RequiredArgsConstructor
class Journal {
    private final CurrentCaller current;

    @Async
    CompletableFuture<String> write() {
        Caller caller = current.caller();
        boolean isRequest = Thread.currentThread().getName().startsWith("http-");
        return CompletableFuture.completedFuture(
                (caller == null ? "nobody" : caller.subject()) + (isRequest ? " in request" : " in task"));
    }
}
