package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Spring Data: repositories are classes that nobody wrote, so no guard can extend them. */
class DataIT {
  private static final String ENTITY =
      """
      package data;
      import jakarta.persistence.*;
      @Entity
      public class Thing {
        @Id public Long id;
        public String text;
        public Long getId() { return id; }
        public void setId(Long id) { this.id = id; }
        public String getText() { return text; }
        public void setText(String text) { this.text = text; }
      }
      """;

  private static final String REPOSITORY =
      """
      package data;
      import org.springframework.data.repository.CrudRepository;
      %s
      public interface Things extends CrudRepository<Thing, Long> {
        %s
        Iterable<Thing> findByText(String text);
      }
      """;

  private static final String CONFIGURATION =
      """
      package data;
      import org.springframework.boot.ApplicationRunner;
      import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
      import org.springframework.context.annotation.*;
      @Configuration(proxyBeanMethods = false)
      @AutoConfigurationPackage
      public class Data {
        @Bean ApplicationRunner fill(Things things) {
          return arguments -> {
            Thing thing = new Thing();
            thing.id = 1L;
            thing.text = "%s";
            things.save(thing);
          };
        }
      }
      """
          .formatted(Secret.TEXT);

  private static Application data(String ofType, String ofMethod) {
    return data(ENTITY, ofType, ofMethod);
  }

  private static Application data(String entity, String ofType, String ofMethod) {
    Class<?>[] classes =
        WithoutProcessor.compile(
            "data.Thing",
            entity,
            "data.Things",
            REPOSITORY.formatted(ofType, ofMethod),
            "data.Data",
            CONFIGURATION);
    return Application.of(classes[2])
        .using(Library.JPA)
        .with("spring.jpa.hibernate.ddl-auto=create");
  }

  @Test
  void dataRestThatIsNotExemptStopsTheStart() {
    assertThat(data("", "").using(Library.DATA_REST).refused())
        .hasMessageContaining("org.springframework.data.rest.webmvc.")
        .hasMessageContaining("gatewright.exemptions");
  }

  @Test
  void dataRestThatIsExemptAnswers() {
    try (RunningApplication running =
        data("", "").using(Library.DATA_REST).exempting("restHandlerMapping").start()) {
      running.get("/things").isTheSecret();
      running.get("/things/1").isTheSecret();
    }
  }

  @Test
  void aRepositoryThatIsNotAnnotatedStarts() {
    try (RunningApplication running = data("", "").start()) {
      running.get("/things").isClosed();
    }
  }

  @Test
  void aSecuredRepositoryStopsTheStart() {
    assertThat(data("@dev.gatewright.Secured", "").refused()).hasMessageContaining("data.Things");
    assertThat(data("", "@dev.gatewright.Secured").refused()).hasMessageContaining("data.Things");
  }

  @Test
  void aSecuredEntityOfALibraryStopsTheStart() {
    String onType = ENTITY.replace("@Entity", "@Entity @dev.gatewright.Secured");
    String onMethod =
        ENTITY.replace("public String getText", "@dev.gatewright.Secured public String getText");
    String embedded =
        ENTITY.replace("public String text;", "public String text; @Embedded public Part part;")
            + "@Embeddable class Part { String a; @dev.gatewright.Secured public void b() {} }";
    for (String entity : new String[] {onType, onMethod, embedded}) {
      assertThat(data(entity, "", "").refused())
          .hasMessageContaining("JPA makes the objects of data.")
          .hasMessageContaining("'entityManagerFactory'");
    }
  }
}
