package dev.gatewright.sample.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.sample.BankTest;
import dev.gatewright.sample.People;
import dev.gatewright.sample.shared.Person;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BankTest
class LedgerIT {
  private static final int TRANSFERS = 200;

  @Autowired private Ledger ledger;
  @Autowired private People people;

  @Test
  void moneyNeitherAppearsNorVanishesWhenTwoPayEachOtherAtOnce() throws Exception {
    Person one = people.customer("20.00");
    Person other = people.customer("20.00");
    List<Callable<Boolean>> orders = new ArrayList<>();
    for (int i = 0; i < TRANSFERS; i++) {
      Person from = i % 2 == 0 ? one : other;
      Person to = i % 2 == 0 ? other : one;
      // One side pays more, and runs out of money.
      String amount = i % 2 == 0 ? "3.00" : "1.00";
      orders.add(() -> moves(from, to, amount));
    }

    ExecutorService threads = Executors.newFixedThreadPool(16);
    int moved = 0;
    try {
      for (Future<Boolean> order : threads.invokeAll(orders)) {
        moved += order.get() ? 1 : 0;
      }
    } finally {
      threads.shutdownNow();
    }

    BigDecimal left = people.balanceOf(one);
    assertThat(left).isNotNegative();
    assertThat(left.add(people.balanceOf(other))).isEqualByComparingTo("40.00");
    assertThat(moved).isBetween(6, TRANSFERS - 1);
  }

  private boolean moves(Person from, Person to, String amount) {
    try {
      ledger.transfer(from.account(), new Transfer(to.account(), new BigDecimal(amount), null));
      return true;
    } catch (TransferRefusedException tooLittle) {
      return false;
    }
  }
}
