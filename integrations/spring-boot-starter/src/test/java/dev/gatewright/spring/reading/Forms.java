package dev.gatewright.spring.reading;

import dev.gatewright.Public;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Binds parameters to objects. */
@RestController
@RequestMapping("/forms")
@Public(reason = "test")
class Forms {

  /** Filled by setters and getters. */
  public static class Order {
    private int count;
    private String note = "";
    private boolean gift;
    private long id;
    private final List<Line> lines = new ArrayList<>();
    private List<Integer> sizes = new ArrayList<>();

    public void setCount(int count) {
      this.count = count;
    }

    public void setNote(String note) {
      this.note = note;
    }

    public void setGift(boolean gift) {
      this.gift = gift;
    }

    public void setId(long id) {
      this.id = id;
    }

    public List<Line> getLines() {
      return lines;
    }

    public List<Integer> getSizes() {
      return sizes;
    }

    public void setSizes(List<Integer> sizes) {
      this.sizes = sizes;
    }

    @Override
    public String toString() {
      return count
          + note
          + gift
          + id
          + lines.stream().map(Line::getPrice).map(String::valueOf).collect(Collectors.toList())
          + sizes;
    }
  }

  /** A part of an order. */
  public static class Line {
    private int price;

    public int getPrice() {
      return price;
    }

    public void setPrice(int price) {
      this.price = price;
    }
  }

  /** Filled by its constructor. */
  public record Search(int page, String text, List<Integer> ids) {}

  @PostMapping("/order")
  String order(@ModelAttribute Order order) {
    return "read " + order;
  }

  @PostMapping("/orders/{id}")
  String orderOf(@ModelAttribute Order order) {
    return "read " + order;
  }

  @GetMapping("/search")
  String search(Search search) {
    return "read " + search;
  }

  @PostMapping("/field")
  String field(@RequestParam int v) {
    return "read " + v;
  }

  @GetMapping(path = "/mode", params = "mode=x")
  String mode() {
    return "read mode";
  }

  @PostMapping("/upload")
  String upload(@RequestParam MultipartFile file) {
    return "read " + file.getOriginalFilename();
  }

  @PostMapping("/uploads")
  String uploads(@RequestParam List<MultipartFile> file) {
    return "read " + file.size();
  }
}
