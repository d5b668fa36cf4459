package org.mentorportal.shared.api;

/** Carries a problem out of a controller. No fault: it has no stack trace, since whoever loses a race gets one. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
