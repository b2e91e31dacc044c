package oneapplication;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import lombok.Getter;
import lombok.extern.slf4j.Slf4j;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.springframework.stereotype.Component;

@Aspect
@Component
@Slf4j
@Getter
public class Audit {
    private final List<String> entries = new CopyOnWriteArrayList<>();

    @Around("@annotation(audited)")
    public Object record(ProceedingJoinPoint call, Audited audited) throws Throwable {
        Object result = call.proceed();
        log.info("audited {}", audited.value());
        entries.add(audited.value() + " " + result);
        return result;
    }
}
