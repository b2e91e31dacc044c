package oneapplication;

import dev.gatewright.runtime.problem.Violation;
import dev.gatewright.spring.problem.ProblemBody;
import dev.gatewright.spring.problem.ProblemContent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import lombok.Builder;
import lombok.Value;
import org.springframework.stereotype.Component;

@Component
class ShopErrors implements ProblemBody {
    @Value
    @Builder
    static class ShopError {
        int code;
        String ticket;
        String path;
        List<String> fields;
    }

    @Override
    public Object of(ProblemContent problem, HttpServletRequest request) {
        return ShopError.builder()
                .code(problem.status())
                .ticket(problem.correlationId())
                .path(request.getRequestURI())
                .fields(problem.violations().stream()
                        .map(violation -> violation.path() + " " + violation.message())
                        .collect(Collectors.toList()))
                .build();
    }
}
