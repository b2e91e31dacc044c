package oneapplication;

import java.time.LocalDate;
import lombok.Builder;
import lombok.Value;

@Value
@Builder(toBuilder = true)
public class Order {
    long id;
    String customer;
    Isbn isbn;
    int copies;
    LocalDate delivery;
    Address address;
}
