package org.mentorportal.support;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the portal writes into its log. */
public final class Log {

    private Log() {
    }

    /** Each message with its causes' messages, as logged during {@code work} by whatever thread. */
    public static List<String> during(Runnable work) {
        var lines = new CopyOnWriteArrayList<String>();
        var listening = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                var line = new StringBuilder(event.getFormattedMessage());
                for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
                    line.append(" <- ").append(cause.getClassName()).append(": ").append(cause.getMessage());
                }
                lines.add(line.toString());
            }
        };
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        listening.start();
        root.addAppender(listening);
        try {
            work.run();
        } finally {
            root.detachAppender(listening);
        }
        return List.copyOf(lines);
    }
}
