package dev.gatewright.applications.input;

import dev.gatewright.Public;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Binds parameters in every way that Spring MVC has. */
@RestController
@RequestMapping("/bound")
@Public(reason = "test")
public class Bound {

  /** Filled by setters and getters. */
  public static class Order {
    private int count;
    private List<Integer> sizes = new ArrayList<>();
    private final List<Order> parts = new ArrayList<>();
    private int[] codes = new int[0];
    private Map<String, String> notes = new HashMap<>();

    public int getCount() {
      return count;
    }

    public void setCount(int count) {
      this.count = count;
    }

    public List<Integer> getSizes() {
      return sizes;
    }

    public void setSizes(List<Integer> sizes) {
      this.sizes = sizes;
    }

    public List<Order> getParts() {
      return parts;
    }

    public int[] getCodes() {
      return codes;
    }

    public void setCodes(int[] codes) {
      this.codes = codes;
    }

    public Map<String, String> getNotes() {
      return notes;
    }

    public void setNotes(Map<String, String> notes) {
      this.notes = notes;
    }

    @Override
    public String toString() {
      return count + " " + sizes + parts + Arrays.toString(codes) + notes;
    }
  }

  /** Filled by its constructor, which refuses some values. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Search(
      List<Integer> ids, Integer[] codes, Map<String, Integer> limits, Integer page, int[] bits) {
    public Search {
      if (page != null && page > 100) {
        throw new IllegalArgumentException("too far");
      }
    }

    @Override
    public String toString() {
      return ids + Arrays.toString(codes) + limits + page;
    }
  }

  /** A list that is filled by constructors. */
  public record Book(List<Page> pages) {}

  /** An element of it. */
  public record Page(String text) {}

  @PostMapping("/book")
  public String book(Book book) {
    return "read " + book;
  }

  @PostMapping("/order")
  public String order(@ModelAttribute Order order) {
    return "read " + order;
  }

  @PostMapping("/search")
  public String search(Search search) {
    return "read " + search;
  }

  @PostMapping("/text")
  public String text(@RequestParam String v) {
    return "read " + v;
  }

  @PostMapping("/texts")
  public String texts(@RequestParam List<String> v) {
    return "read " + v;
  }

  @PostMapping("/number")
  public String number(@RequestParam int v) {
    return "read " + v;
  }

  @PostMapping("/file")
  public String file(@RequestParam MultipartFile v) {
    return "read " + v.getSize();
  }
}
