package org.mentorportal.app.database;

import org.springframework.boot.SpringBootExceptionReporter;

/** Says a refused start in its one line instead of a stack trace. Registered in META-INF/spring.factories. */
class StartRefusalReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        StartRefused refused = StartRefused.in(failure);
        if (refused == null) {
            return false;
        }
        System.err.println("The portal was not started. " + refused.getMessage());
        return true;
    }
}
