package dev.gatewright.applications.entity;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.Hibernate;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** References to entities, which Hibernate makes without looking whether there are any. */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage
public class Entities {

  @Entity
  public static class Thing {
    @Id private Long id = 1L;

    @Size(max = 3)
    private String text = "";

    public Long getId() {
      return id;
    }

    public String getText() {
      return text;
    }

    public void setText(String text) {
      this.text = text;
    }
  }

  @Service
  public static class Orders {
    @Secured
    @ValidatedInput
    public String take(@Valid Thing thing) {
      return "read " + thing.getText();
    }

    @Secured
    @ValidatedInput
    public String takeAll(List<@Valid Thing> things) {
      return "read " + things.get(0).getText();
    }
  }

  @RestController
  public static class Endpoints {
    private final EntityManager entities;
    private final TransactionTemplate transactions;
    private final Orders orders;

    public Endpoints(EntityManager entities, TransactionTemplate transactions, Orders orders) {
      this.entities = entities;
      this.transactions = transactions;
      this.orders = orders;
    }

    @ModelAttribute("thing")
    public Thing load(@RequestParam(name = "text", defaultValue = "") String text) {
      transactions.executeWithoutResult(
          status -> {
            Thing thing = new Thing();
            thing.setText(text);
            entities.merge(thing);
          });
      return transactions.execute(
          status -> {
            Thing reference = entities.getReference(Thing.class, 1L);
            Hibernate.initialize(reference);
            return reference;
          });
    }

    @PostMapping("/reference")
    @Secured
    @ValidatedInput
    public String reference(@Valid @ModelAttribute(name = "thing", binding = false) Thing thing) {
      return "read " + thing.getText();
    }

    @PostMapping("/service")
    @Secured
    public String service() {
      return transactions.execute(status -> orders.take(entities.getReference(Thing.class, 1L)));
    }

    @PostMapping("/list")
    @Secured
    public String list() {
      return transactions.execute(
          status -> {
            Thing reference = entities.getReference(Thing.class, 1L);
            Hibernate.initialize(reference);
            return orders.takeAll(List.of(reference));
          });
    }
  }
}
