/** What users write on their endpoints. */
package dev.gatewright;
