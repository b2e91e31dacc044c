package oneapplication;

import dev.gatewright.Secured;
import java.util.List;
import java.util.Optional;
import openapi.interfaces.PetsApi;
import openapi.model.Pet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Secured(roles = "keeper")
class Pets implements PetsApi {
    @Override
    public ResponseEntity<List<Pet>> listPets(
            Optional<Integer> limit, Optional<List<String>> tag, Optional<String> requestTag) {
        return ResponseEntity.ok(List.of(new Pet("listed " + limit.orElse(0))));
    }

    @Override
    @Audited("pet")
    public ResponseEntity<Pet> createPet(Pet pet) {
        return ResponseEntity.status(201).body(pet);
    }
}
