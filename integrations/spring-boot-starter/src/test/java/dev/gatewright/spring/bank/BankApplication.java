package dev.gatewright.spring.bank;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Scans this package and so finds the endpoints as applications do. */
@SpringBootApplication
public class BankApplication {}
