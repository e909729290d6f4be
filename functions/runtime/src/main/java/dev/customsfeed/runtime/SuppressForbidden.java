package dev.customsfeed.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a method or constructor call what the build forbids everywhere: the machine's clock, or whatever depends on its settings
 * ({@code .mvn/forbidden-apis.txt} and the lists of forbidden-apis).
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface SuppressForbidden {

    /** Why it has to, in a sentence. */
    String reason();
}
