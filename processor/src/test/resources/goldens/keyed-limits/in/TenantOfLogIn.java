package dev.gatewright.login;

class TenantOfLogIn {
  public String key(@Nullable String tenant) {
    return tenant == null ? "none" : tenant;
  }
}
