/** The three DynamoDB tables: how what counts is stored and read again, and the one transaction that makes it count. */
package dev.customsfeed.ledger.tables;
