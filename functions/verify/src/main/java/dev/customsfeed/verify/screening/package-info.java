/** Screening of declarations against lists that the user uploads: two exact rules on names, no scores. */
package dev.customsfeed.verify.screening;
