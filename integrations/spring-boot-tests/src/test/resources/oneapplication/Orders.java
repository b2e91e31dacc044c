package oneapplication;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import dev.gatewright.runtime.caller.Caller;
import io.micrometer.core.annotation.Timed;
import jakarta.annotation.PostConstruct;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/orders")
@Secured(roles = "customer")
@ValidatedInput(maxBodyBytes = 20_000)
@RequiredArgsConstructor
@Slf4j
class Orders {
    private final Ledger ledger;
    private final OrderMapper mapper;
    private final List<Long> told = new ArrayList<>();
    private String state = "closed";

    @PostConstruct
    void open() {
        state = "open";
    }

    @EventListener
    synchronized void told(OrderPlaced placed) {
        told.add(placed.order().getId());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Timed("orders.place")
    @Audited("place")
    @Secured(scopes = "orders:write")
    OrderView place(@Valid @RequestBody NewOrder order, Caller caller) {
        log.info("order of {}", order.getIsbn());
        return mapper.view(ledger.book(mapper.order(order, 0, caller.subject())));
    }

    @GetMapping("/{id}")
    @Timed("orders.find")
    ResponseEntity<OrderView> find(@PathVariable long id) {
        return ResponseEntity.of(java.util.Optional.ofNullable(ledger.find(id)).map(mapper::view));
    }

    @GetMapping("/state")
    synchronized Map<String, Object> state() {
        return Map.of("state", state, "told", List.copyOf(told), "ledger", ledger.counts());
    }

    @PostMapping(path = "/{id}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Map<String, Object> attach(
            @PathVariable long id,
            @RequestPart("files") @NotEmpty @Size(max = 3) List<MultipartFile> files,
            @RequestPart("note") @Valid Note note) throws IOException {
        List<String> contents = new ArrayList<>();
        for (MultipartFile file : files) {
            contents.add(file.getOriginalFilename() + "=" + new String(file.getBytes()));
        }
        return Map.of("files", contents, "note", note.getText(), "year", note.getWritten().getYear());
    }
}
