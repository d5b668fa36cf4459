package org.mentorportal.app;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * What is done once at a start, and may refuse it, before the web server opens the port: nobody comes in before it is done. Runners
 * come after the port is open, and the end of instantiation is when event listeners are still being registered.
 */
public abstract class StartStep implements SmartLifecycle {

    /** Of the steps, which are done in order of their phases; the web server's is the next. */
    protected static final int LAST = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;

    private final int phase;
    private volatile boolean running;

    protected StartStep(int phase) {
        this.phase = phase;
    }

    protected abstract void take();

    @Override
    public final void start() {
        take();
        running = true;
    }

    @Override
    public final void stop() {
        running = false;
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    @Override
    public final int getPhase() {
        return phase;
    }
}
