package oneapplication;

import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.CallerPlans;
import org.springframework.stereotype.Component;

@Component
class Subscriptions implements CallerPlans {
    @Override
    public String plan(Caller caller) {
        return caller.roles().contains("pro") ? "pro" : null;
    }
}
