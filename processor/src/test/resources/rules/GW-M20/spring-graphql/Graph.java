package orders;

import dev.gatewright.Secured;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.GraphQlExceptionHandler;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;

class Graph {
  @SchemaMapping
  // expect 3: [GW-M20] @Secured cannot guard Graph.schemaMapping(): Spring GraphQL reaches it by @SchemaMapping, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void schemaMapping() {}

  @BatchMapping
  // expect 3: [GW-M20] @Secured cannot guard Graph.batchMapping(): Spring GraphQL reaches it by @BatchMapping, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void batchMapping() {}

  @QueryMapping
  // expect 3: [GW-M20] @Secured cannot guard Graph.queryMapping(): Spring GraphQL reaches it by @QueryMapping, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void queryMapping() {}

  @MutationMapping
  // expect 3: [GW-M20] @Secured cannot guard Graph.mutationMapping(): Spring GraphQL reaches it by @MutationMapping, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void mutationMapping() {}

  @SubscriptionMapping
  // expect 3: [GW-M20] @Secured cannot guard Graph.subscriptionMapping(): Spring GraphQL reaches it by @SubscriptionMapping, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void subscriptionMapping() {}

  @GraphQlExceptionHandler
  // expect 3: [GW-M20] @Secured cannot guard Graph.graphQlExceptionHandler(): Spring GraphQL reaches it by @GraphQlExceptionHandler, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void graphQlExceptionHandler() {}

  @EntityMapping
  // expect 3: [GW-M20] @Secured cannot guard Graph.entityMapping(): Spring GraphQL reaches it by @EntityMapping, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void entityMapping() {}
}
