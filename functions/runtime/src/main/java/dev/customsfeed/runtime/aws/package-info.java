/** Clients of AWS's services, made once and with time limits. Nothing that calls them. */
package dev.customsfeed.runtime.aws;
