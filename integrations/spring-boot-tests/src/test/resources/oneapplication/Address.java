package oneapplication;

import jakarta.validation.constraints.NotBlank;
import lombok.Builder;
import lombok.Value;
import lombok.extern.jackson.Jacksonized;

@Value
@Builder
@Jacksonized
public class Address {
    @NotBlank
    String street;

    @NotBlank
    String city;
}
