package dev.gatewright.test.shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Sells things to customers. */
@SpringBootApplication
public class ShopApplication {}
