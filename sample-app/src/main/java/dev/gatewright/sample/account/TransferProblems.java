package dev.gatewright.sample.account;

import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers with the bank's own problems (RFC 9457), beside those of the gate. */
@RestControllerAdvice
class TransferProblems {

  @ExceptionHandler
  ProblemDetail answer(TransferRefusedException refused) {
    ProblemDetail problem = ProblemDetail.forStatus(refused.status());
    problem.setTitle(refused.title());
    return problem;
  }
}
