package dev.gatewright.applications.weaving;

import dev.gatewright.applications.Secret;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;

/** Answers without calling what it stands around. */
@Aspect
public class Answering {
  @Around("execution(* dev.gatewright.applications.vault.Vault.open())")
  public Object answer(ProceedingJoinPoint called) {
    return Secret.TEXT;
  }
}
