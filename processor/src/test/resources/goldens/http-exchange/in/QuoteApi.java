package dev.gatewright.golden;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

@HttpExchange("/quotes")
interface QuoteApi {
  @GetExchange("/{id}")
  String find(@PathVariable String id);

  @PostExchange(url = "/{id}/notes")
  void note(@PathVariable String id, @RequestBody String text);

  @HttpExchange(method = "REPORT", value = "/all")
  String report();
}
