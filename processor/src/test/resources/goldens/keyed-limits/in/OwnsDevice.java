package dev.gatewright.login;

import dev.gatewright.runtime.caller.Caller;

class OwnsDevice {
  public String key(Caller caller, long device) {
    return device + "/" + caller.subject();
  }

  public boolean permits(Caller caller, long device, String tenant) {
    return caller.subject().equals(tenant + device);
  }
}
