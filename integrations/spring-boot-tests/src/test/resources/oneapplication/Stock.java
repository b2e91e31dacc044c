package oneapplication;

import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class Stock {
    private final Set<Isbn> books = Set.of(new Isbn("9780134685991"));

    boolean has(Isbn isbn) {
        return books.contains(isbn);
    }
}
