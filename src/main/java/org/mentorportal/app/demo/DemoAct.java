package org.mentorportal.app.demo;

import java.time.Instant;
import java.util.function.Consumer;

/** Something that somebody does at a moment; what it does is told the moment. */
record DemoAct(Instant at, Consumer<Instant> what) {

    void play() {
        what.accept(at);
    }
}
