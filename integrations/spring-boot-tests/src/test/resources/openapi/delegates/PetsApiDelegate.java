package openapi.delegates;

import org.springframework.lang.Nullable;
import openapi.model.Pet;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.multipart.MultipartFile;

import jakarta.validation.constraints.*;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jakarta.annotation.Generated;

/**
 * A delegate to be called by the {@link PetsApiController}}.
 * Implement this interface with a {@link org.springframework.stereotype.Service} annotated class.
 */
@Generated(value = "org.openapitools.codegen.languages.SpringCodegen", comments = "Generator version: 7.25.0")
public interface PetsApiDelegate {

    default Optional<NativeWebRequest> getRequest() {
        return Optional.empty();
    }

    /**
     * POST /pets/{petId}/photo
     *
     * @param petId  (required)
     * @param file  (required)
     * @param caption  (optional)
     * @param others  (optional)
     * @param pet  (optional)
     * @return ok (status code 204)
     * @see PetsApi#addPhoto
     */
    default ResponseEntity<Void> addPhoto(String petId,
        MultipartFile file,
        Optional<@Size(max = 10) String> caption,
        List<MultipartFile> others,
        Optional<Pet> pet) {
        return new ResponseEntity<>(HttpStatus.NOT_IMPLEMENTED);

    }

    /**
     * POST /pets
     *
     * @param pet  (required)
     * @return created (status code 201)
     * @see PetsApi#createPet
     */
    default ResponseEntity<Pet> createPet(Pet pet) {
        getRequest().ifPresent(request -> {
            for (MediaType mediaType: MediaType.parseMediaTypes(request.getHeader("Accept"))) {
                if (mediaType.isCompatibleWith(MediaType.valueOf("application/json"))) {
                    String exampleString = "{ \"name\" : \"name\", \"born\" : \"2000-01-23\", \"weight\" : 0.18008281904610116, \"kind\" : \"cat\", \"tags\" : [ \"tags\", \"tags\" ], \"owner\" : { \"email\" : \"email\" } }";
                    ApiUtil.setExampleResponse(request, "application/json", exampleString);
                    break;
                }
            }
        });
        return new ResponseEntity<>(HttpStatus.NOT_IMPLEMENTED);

    }

    /**
     * POST /pets/batch
     *
     * @param pet  (required)
     * @return created (status code 204)
     * @see PetsApi#createPets
     */
    default ResponseEntity<Void> createPets(List<@Valid Pet> pet) {
        return new ResponseEntity<>(HttpStatus.NOT_IMPLEMENTED);

    }

    /**
     * GET /pets/{petId}
     *
     * @param petId  (required)
     * @return ok (status code 200)
     * @see PetsApi#getPet
     */
    default ResponseEntity<Pet> getPet(String petId) {
        getRequest().ifPresent(request -> {
            for (MediaType mediaType: MediaType.parseMediaTypes(request.getHeader("Accept"))) {
                if (mediaType.isCompatibleWith(MediaType.valueOf("application/json"))) {
                    String exampleString = "{ \"name\" : \"name\", \"born\" : \"2000-01-23\", \"weight\" : 0.18008281904610116, \"kind\" : \"cat\", \"tags\" : [ \"tags\", \"tags\" ], \"owner\" : { \"email\" : \"email\" } }";
                    ApiUtil.setExampleResponse(request, "application/json", exampleString);
                    break;
                }
            }
        });
        return new ResponseEntity<>(HttpStatus.NOT_IMPLEMENTED);

    }

    /**
     * GET /pets
     *
     * @param limit  (optional)
     * @param tag  (optional)
     * @param xRequestTag  (optional)
     * @return ok (status code 200)
     * @see PetsApi#listPets
     */
    default ResponseEntity<List<Pet>> listPets(Optional<@Min(value = 1) @Max(value = 100) Integer> limit,
        Optional<@Size(max = 3) List<@Size(max = 5)String>> tag,
        Optional<@Pattern(regexp = "^[a-z]{1,8}$") String> xRequestTag) {
        getRequest().ifPresent(request -> {
            for (MediaType mediaType: MediaType.parseMediaTypes(request.getHeader("Accept"))) {
                if (mediaType.isCompatibleWith(MediaType.valueOf("application/json"))) {
                    String exampleString = "[ { \"name\" : \"name\", \"born\" : \"2000-01-23\", \"weight\" : 0.18008281904610116, \"kind\" : \"cat\", \"tags\" : [ \"tags\", \"tags\" ], \"owner\" : { \"email\" : \"email\" } }, { \"name\" : \"name\", \"born\" : \"2000-01-23\", \"weight\" : 0.18008281904610116, \"kind\" : \"cat\", \"tags\" : [ \"tags\", \"tags\" ], \"owner\" : { \"email\" : \"email\" } } ]";
                    ApiUtil.setExampleResponse(request, "application/json", exampleString);
                    break;
                }
            }
        });
        return new ResponseEntity<>(HttpStatus.NOT_IMPLEMENTED);

    }

}
