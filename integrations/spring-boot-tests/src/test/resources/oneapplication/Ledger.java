package oneapplication;

import dev.gatewright.Secured;
import jakarta.annotation.PostConstruct;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** A guarded service behind the controller, with all that the container calls of it. */
@Service
@Secured(roles = "customer")
@RequiredArgsConstructor
@Slf4j
class Ledger {
    private final ApplicationEventPublisher events;
    private final Map<Long, Order> orders = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicInteger sweeps = new AtomicInteger();
    private final AtomicInteger placed = new AtomicInteger();

    @PostConstruct
    void open() {
        ids.set(1_000);
        log.info("opened");
    }

    @Scheduled(fixedDelay = 100)
    void sweep() {
        sweeps.incrementAndGet();
    }

    @EventListener
    void count(OrderPlaced event) {
        placed.incrementAndGet();
    }

    @Audited("book")
    public Order book(Order order) {
        Order booked = order.toBuilder().id(ids.incrementAndGet()).build();
        orders.put(booked.getId(), booked);
        events.publishEvent(new OrderPlaced(booked));
        return booked;
    }

    public Order find(long id) {
        return orders.get(id);
    }

    public Map<String, Integer> counts() {
        return Map.of("placed", placed.get(), "sweeps", sweeps.get());
    }
}
