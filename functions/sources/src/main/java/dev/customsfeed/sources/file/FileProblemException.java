package dev.customsfeed.sources.file;

import dev.customsfeed.sources.rejection.Problem;
import java.io.IOException;

/** The bytes of a file are not what they must be, which was found while they were read. */
public final class FileProblemException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /** @param problem what is wrong */
    public FileProblemException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }
}
