/** Secrets of AWS Secrets Manager. */
module dev.gatewright.aws {
  requires transitive dev.gatewright.authentication;
  requires transitive software.amazon.awssdk.auth;
  requires software.amazon.awssdk.awscore;
  requires software.amazon.awssdk.core;
  requires software.amazon.awssdk.http;
  requires software.amazon.awssdk.http.urlconnection;
  requires software.amazon.awssdk.regions;
  requires software.amazon.awssdk.services.secretsmanager;
  requires static transitive org.jspecify;

  exports dev.gatewright.aws;
}
