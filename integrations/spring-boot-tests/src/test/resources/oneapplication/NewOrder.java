package oneapplication;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import lombok.Data;

@Data
public class NewOrder {
    @NotNull
    @Stocked
    private Isbn isbn;

    @Min(1)
    @Max(10)
    private int copies;

    @NotNull
    @JsonFormat(pattern = "dd.MM.yyyy")
    private LocalDate delivery;

    @Valid
    @NotNull
    private Address address;
}
