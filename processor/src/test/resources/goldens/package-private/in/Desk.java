package dev.gatewright.golden;

import dev.gatewright.Secured;

class Desk {
  Desk() {}

  @Secured
  String read(Note note) {
    return note.text;
  }

  @Secured
  protected void write(Note note) {}

  @Secured
  public void tear() {}

  void unguarded() {}
}
