package oneapplication;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import lombok.Data;

@Data
class Note {
    @NotBlank
    @Size(max = 20)
    private String text;

    @JsonFormat(pattern = "dd.MM.yyyy")
    private LocalDate written;
}
