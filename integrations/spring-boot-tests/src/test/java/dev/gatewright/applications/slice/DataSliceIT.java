package dev.gatewright.applications.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.SliceSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.test.context.ContextConfiguration;

@DataJpaTest
@ContextConfiguration(initializers = SliceSettings.class)
class DataSliceIT {
  @Autowired private Coins coins;

  @Test
  void aSliceWithoutWebStarts() {
    coins.save(new Coin(1));

    assertThat(coins.findById(1L)).map(Coin::id).hasValue(1L);
  }
}
