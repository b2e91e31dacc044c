package dev.gatewright.golden;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

@Path("tickets")
@Secured(roles = "agent")
public class Tickets implements TicketApi {
  @GET
  @Public(reason = "the board in the hall shows it")
  public String board() {
    return "";
  }

  @Report
  public String report() {
    return "";
  }

  @Path("{id}/attachments")
  public Object attachments(@PathParam("id") long id) {
    return "";
  }

  @Override
  public void comment(long id, String text) {}

  public void helper() {}
}
