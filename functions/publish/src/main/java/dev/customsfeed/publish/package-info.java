/** The function that turns months into feeds: the handler and what it does when it is woken. */
package dev.customsfeed.publish;
