package dev.gatewright.spring.reading;

import dev.gatewright.Public;
import dev.gatewright.spring.reading.ReadingApplication.Money;
import dev.gatewright.spring.reading.ReadingApplication.Percent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.NumberFormat;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Echoes what it read. */
@RestController
@RequestMapping("/scalars")
@Public(reason = "test")
class Scalars {

  @GetMapping("/int")
  String ofInt(@RequestParam int v) {
    return "read " + v;
  }

  @GetMapping("/integer")
  String ofInteger(@RequestParam(required = false) Integer v) {
    return "read " + v;
  }

  @GetMapping("/implicit")
  String implicit(int v) {
    return "read " + v;
  }

  @GetMapping("/long")
  String ofLong(@RequestParam long v) {
    return "read " + v;
  }

  @GetMapping("/short")
  String ofShort(@RequestParam Short v) {
    return "read " + v;
  }

  @GetMapping("/byte")
  String ofByte(@RequestParam byte v) {
    return "read " + v;
  }

  @GetMapping("/double")
  String ofDouble(@RequestParam double v) {
    return "read " + v;
  }

  @GetMapping("/float")
  String ofFloat(@RequestParam Float v) {
    return "read " + v;
  }

  @GetMapping("/decimal")
  String ofDecimal(@RequestParam BigDecimal v) {
    return "read " + v;
  }

  @GetMapping("/big")
  String ofBig(@RequestParam BigInteger v) {
    return "read " + v;
  }

  @GetMapping("/number")
  String ofNumber(@RequestParam Number v) {
    return "read " + v;
  }

  @GetMapping("/boolean")
  String ofBoolean(@RequestParam boolean v) {
    return "read " + v;
  }

  @GetMapping("/enum")
  String ofEnum(@RequestParam TimeUnit v) {
    return "read " + v;
  }

  @GetMapping("/uuid")
  String ofUuid(@RequestParam UUID v) {
    return "read " + v;
  }

  @GetMapping("/date")
  String ofDate(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate v) {
    return "read " + v;
  }

  @GetMapping("/instant")
  String ofInstant(@RequestParam Instant v) {
    return "read " + v;
  }

  @GetMapping("/character")
  String ofCharacter(@RequestParam Character v) {
    return "read " + v;
  }

  @GetMapping("/text")
  String ofText(@RequestParam String v) {
    return "read " + v;
  }

  @GetMapping("/optional")
  String ofOptional(@RequestParam Optional<Integer> v) {
    return "read " + v.map(String::valueOf).orElse("nothing");
  }

  @GetMapping("/list")
  String ofList(@RequestParam List<Integer> v) {
    return "read " + v;
  }

  @GetMapping("/array")
  String ofArray(@RequestParam int[] v) {
    return "read " + Arrays.toString(v);
  }

  @GetMapping("/texts")
  String ofTexts(@RequestParam List<String> v) {
    return "read " + v;
  }

  @GetMapping("/formatted")
  String ofFormatted(@RequestParam @NumberFormat(pattern = "#,##0") int v) {
    return "read " + v;
  }

  @GetMapping("/money")
  String ofMoney(@RequestParam Money v) {
    return "read " + v.cents();
  }

  @GetMapping("/percent")
  String ofPercent(@RequestParam Percent v) {
    return "read " + v.value();
  }

  @GetMapping("/default")
  String ofDefault(@RequestParam(defaultValue = "10") int v) {
    return "read " + v;
  }

  @GetMapping("/map")
  String ofMap(@RequestParam Map<String, String> all) {
    return "read " + all.get("v");
  }

  @GetMapping("/multimap")
  String ofMultiMap(@RequestParam MultiValueMap<String, String> all) {
    return "read " + all.get("v");
  }

  @GetMapping("/path/{v}")
  String ofPath(@PathVariable int v) {
    return "read " + v;
  }

  @GetMapping("/path-text/{v}")
  String ofPathText(@PathVariable String v) {
    return "read " + v;
  }

  @GetMapping("/matrix/{segment}")
  String ofMatrix(@PathVariable String segment, @MatrixVariable int v) {
    return "read " + v;
  }

  @GetMapping("/matrix-text/{segment}")
  String ofMatrixText(@PathVariable String segment, @MatrixVariable String v) {
    return "read " + v;
  }

  @GetMapping("/matrix-map/{segment}")
  String ofMatrixMap(@PathVariable String segment, @MatrixVariable Map<String, String> all) {
    return "read " + all.get("v");
  }

  @GetMapping("/header")
  String ofHeader(@RequestHeader("X-V") int v) {
    return "read " + v;
  }

  @GetMapping("/header-text")
  String ofHeaderText(@RequestHeader("X-V") String v) {
    return "read " + v;
  }

  @GetMapping("/headers")
  String ofHeaders(@RequestHeader("X-V") List<Integer> v) {
    return "read " + v;
  }

  @GetMapping("/cookie")
  String ofCookie(@CookieValue int v) {
    return "read " + v;
  }

  @GetMapping("/cookie-text")
  String ofCookieText(@CookieValue String v) {
    return "read " + v;
  }
}
