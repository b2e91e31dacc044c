package dev.gatewright.test.shop;

import org.springframework.stereotype.Service;

/** Knows what is there; a plain service, that guarded classes call. */
@Service
public class Stock {
  /** How many pieces of an article there are. */
  public int piecesOf(String article) {
    return article.length();
  }
}
