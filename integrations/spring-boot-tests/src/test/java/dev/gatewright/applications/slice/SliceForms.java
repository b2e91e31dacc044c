package dev.gatewright.applications.slice;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Public(reason = "test")
@ValidatedInput(maxBodyBytes = 1_000)
class SliceForms {
  @PostMapping("/slice/field")
  String field(@RequestParam String name) {
    return "read " + name;
  }

  @PostMapping("/slice/file")
  String file(@RequestParam MultipartFile file) {
    return "read " + file.getSize();
  }
}
