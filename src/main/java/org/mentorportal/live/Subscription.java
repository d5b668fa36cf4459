package org.mentorportal.live;

/** Ends with {@link #close}; closing twice is harmless. */
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
