package dev.gatewright.sample.account;

import org.springframework.http.HttpStatus;

/** Reports that the bank itself, not the gate, refuses a transfer. */
final class TransferRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;

  private TransferRefusedException(HttpStatus status, String title) {
    super(title);
    this.status = status;
  }

  static TransferRefusedException insufficientFunds() {
    return new TransferRefusedException(
        HttpStatus.CONFLICT, "There is not enough money on the account");
  }

  static TransferRefusedException unknownPayee() {
    return new TransferRefusedException(
        HttpStatus.UNPROCESSABLE_CONTENT, "No account receives this transfer");
  }

  static TransferRefusedException toItself() {
    return new TransferRefusedException(
        HttpStatus.UNPROCESSABLE_CONTENT, "An account cannot transfer to itself");
  }

  HttpStatus status() {
    return status;
  }

  /** Returns the title that the customer reads. */
  String title() {
    return String.valueOf(getMessage());
  }
}
