package oneapplication;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import lombok.AllArgsConstructor;
import lombok.Data;
import lombok.NoArgsConstructor;

@Data
@NoArgsConstructor
@AllArgsConstructor
public class OrderView {
    private long id;
    private Isbn isbn;
    private int copies;

    @JsonFormat(pattern = "dd.MM.yyyy")
    private LocalDate delivery;

    private String city;
    private String orderedBy;
}
