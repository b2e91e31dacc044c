/** An application with advices around its request bodies. */
package dev.gatewright.spring.advised;
