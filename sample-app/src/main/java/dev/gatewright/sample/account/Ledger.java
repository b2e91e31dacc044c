package dev.gatewright.sample.account;

import dev.gatewright.runtime.caller.Identity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores accounts, and moves money between them. Thread-safe. */
@Repository
public class Ledger {
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final InstantSource clock;
  private final String bank;
  private final String authorizationServer;

  Ledger(
      JdbcClient database,
      TransactionTemplate transaction,
      InstantSource clock,
      @Value("${gatewright.jwt.issuers.bank.issuer}") String bank,
      @Value("${bank.authorization-server:}") String authorizationServer) {
    this.database = database;
    this.transaction = transaction;
    this.clock = clock;
    this.bank = bank;
    this.authorizationServer = authorizationServer;
  }

  /** Returns the numbers of a caller's accounts. */
  public List<UUID> accountsOf(Identity caller) {
    Identity owner = ownerOf(caller);
    return database
        .sql("select id from account where owner_issuer = ? and owner = ? order by id")
        .params(owner.issuer(), owner.subject())
        .query(UUID.class)
        .list();
  }

  /**
   * Finds one account.
   *
   * @throws org.springframework.dao.EmptyResultDataAccessException if there is none
   */
  public Account account(UUID id) {
    return database
        .sql("select id, balance from account where id = ?")
        .param(id)
        .query(Account.class)
        .single();
  }

  /**
   * Returns the identity under which a caller owns accounts. The authorization server knows the
   * same people as the bank's log-in, so its {@code alice} is the log-in's; every other issuer's
   * {@code alice} is somebody else.
   */
  private Identity ownerOf(Identity caller) {
    return !authorizationServer.isEmpty() && caller.issuer().equals(authorizationServer)
        ? new Identity(bank, caller.subject())
        : caller;
  }

  boolean isOwnedBy(UUID id, Identity caller) {
    Identity owner = ownerOf(caller);
    return database
        .sql("select count(*) from account where id = ? and owner_issuer = ? and owner = ?")
        .params(id, owner.issuer(), owner.subject())
        .query(Integer.class)
        .single()
        .equals(1);
  }

  /**
   * Moves money, all of it or none.
   *
   * @throws TransferRefusedException if the account has too little, or there is no other one
   */
  Receipt transfer(UUID from, Transfer transfer) {
    return Objects.requireNonNull(transaction.execute(status -> move(from, transfer)));
  }

  private Receipt move(UUID from, Transfer transfer) {
    UUID to = transfer.to();
    BigDecimal amount = transfer.amount();
    if (from.equals(to)) {
      throw TransferRefusedException.toItself();
    }
    // Always in the same order, so that two transfers in opposite directions never wait for each
    // other.
    List<Account> locked =
        database
            .sql("select id, balance from account where id in (?, ?) order by id for update")
            .params(from, to)
            .query(Account.class)
            .list();
    if (locked.size() < 2) {
      throw TransferRefusedException.unknownPayee();
    }
    if (withdraw(from, amount) == 0) {
      throw TransferRefusedException.insufficientFunds();
    }
    deposit(to, amount);
    UUID id = UUID.randomUUID();
    Instant bookedAt = clock.instant();
    database
        .sql(
            "insert into transfer (id, from_account, to_account, amount, reference, booked_at)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(id, from, to, amount)
        .param(transfer.reference())
        .param(bookedAt.atOffset(ZoneOffset.UTC))
        .update();
    return new Receipt(id, to, amount, account(from).balance(), bookedAt);
  }

  private int withdraw(UUID from, BigDecimal amount) {
    return database
        .sql("update account set balance = balance - ? where id = ? and balance >= ?")
        .params(amount, from, amount)
        .update();
  }

  private void deposit(UUID to, BigDecimal amount) {
    database
        .sql("update account set balance = balance + ? where id = ?")
        .params(amount, to)
        .update();
  }
}
