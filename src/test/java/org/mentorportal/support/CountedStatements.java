package org.mentorportal.support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Sees every statement that the portal's pool runs while somebody is listening. */
@Component
public class CountedStatements implements BeanPostProcessor {

    private static final Predicate<Thread> NOBODY = thread -> false;

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile Predicate<Thread> listening = NOBODY;

    /** How many statements went in {@code trips}, a commit that was sent with others included. */
    public static int statementsIn(List<String> trips) {
        return trips.stream().mapToInt(sent -> sent.split(";\n").length).sum();
    }

    /** What is sent during {@code work}, on whatever thread, in order: a round trip each, perhaps of several statements. */
    public List<String> during(Runnable work) {
        return listeningTo(thread -> true, work);
    }

    /** The same on the calling thread only. */
    public List<String> ofThisThread(Runnable work) {
        return listeningTo(Thread.currentThread()::equals, work);
    }

    private List<String> listeningTo(Predicate<Thread> whom, Runnable work) {
        seen.clear();
        listening = whom;
        try {
            work.run();
        } finally {
            listening = NOBODY;
        }
        return List.copyOf(seen);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return name.equals("dataSource") && bean instanceof DataSource source ? new Listening(source) : bean;
    }

    private final class Listening extends DelegatingDataSource {

        Listening(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            Connection connection = super.getConnection();
            if (listening == NOBODY) {
                return connection; // a bench pays for no proxy
            }
            return proxy(Connection.class, (self, method, arguments) -> {
                Object result = invoke(connection, method, arguments);
                return method.getName().equals("prepareStatement")
                        ? counted((PreparedStatement) result, (String) arguments[0]) : result;
            });
        }
    }

    private PreparedStatement counted(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            if (listening.test(Thread.currentThread()) && method.getName().startsWith("execute")) {
                seen.add(sql);
            }
            return invoke(statement, method, arguments);
        });
    }

    private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
