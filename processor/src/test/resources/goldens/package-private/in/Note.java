package dev.gatewright.golden;

class Note {
  String text = "";
}
