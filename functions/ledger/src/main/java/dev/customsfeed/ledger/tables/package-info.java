/** The three DynamoDB tables: how what counts is stored and read again, and the one transaction that makes it count. */
// Not null-marked: the SDK's table schemas take null for an attribute that an item lacks, and fill drafts field by
// field.
package dev.customsfeed.ledger.tables;
