package shop;

public interface Roles {
  String ADMIN = "ADMIN";
}
