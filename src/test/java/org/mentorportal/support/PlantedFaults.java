package org.mentorportal.support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * Lets one stretch of work, on its own thread, meet a fault of the database after one of its writes, or lose its connection
 * there or at the commit. A connection is lost by ending it in the server, so that whatever comes after meets what it would
 * meet in life. Several statements that are sent in one round trip are several writes.
 */
@Component
public class PlantedFaults implements BeanPostProcessor {

    /** Between the statements of one round trip. */
    private static final String NEXT = ";\n";
    /** What ends a command's last round trip. */
    private static final String COMMIT = "commit";
    private static final Pattern WRITE = Pattern.compile(
            "\\s*(insert|update|delete|merge)\\b.*|\\s*with\\b.*\\b(insert into|update \\w+( \\w+)? set)\\b.*", Pattern.DOTALL);
    private static final ScopedValue<Plan> PLAN = ScopedValue.newInstance();

    /** What happens after a write. */
    public enum Fault {
        /** The statement after it fails, for no reason that anybody knows. */
        UNKNOWN("select 1 / 0"),
        /** The server ends the connection. */
        CONNECTION_LOST("select pg_terminate_backend(pg_backend_pid())");

        private final String sql;

        Fault(String sql) {
            this.sql = sql;
        }
    }

    /** When the connection is lost, seen from the commit. */
    public enum Commit {
        LOST_BEFORE, LOST_AFTER, LOST_AFTER_AND_DATABASE_GONE
    }

    private static final class Plan {

        private final int failing;
        private final Fault fault;
        private final Commit commit;
        private int connections = Integer.MAX_VALUE;
        private int writes;
        private boolean met;

        Plan(int failing, Fault fault, Commit commit) {
            this.failing = failing;
            this.fault = fault;
            this.commit = commit;
        }

        boolean meetsCommit() {
            return commit != null && !met && writes > 0;
        }

        boolean databaseGone() {
            connections--;
            if (connections < 0) {
                met = true;
                return true;
            }
            return met && commit == Commit.LOST_AFTER_AND_DATABASE_GONE;
        }
    }

    /** How many writes {@code work} sends, in all its attempts. */
    public int writesOf(Runnable work) {
        var plan = new Plan(0, null, null);
        ScopedValue.where(PLAN, plan).run(work);
        return plan.writes;
    }

    /** Plants {@code fault} once, after the {@code n}th write of {@code work}. */
    public <T> T afterWrite(int n, Fault fault, Supplier<T> work) {
        return met(new Plan(n, fault, null), work);
    }

    /** Loses the connection once, at the first commit of a transaction that wrote. */
    public <T> T at(Commit commit, Supplier<T> work) {
        return met(new Plan(0, null, commit), work);
    }

    /** After {@code n} connections there are no more. */
    public <T> T afterConnections(int n, Supplier<T> work) {
        var plan = new Plan(0, null, null);
        plan.connections = n;
        return met(plan, work);
    }

    private static <T> T met(Plan plan, Supplier<T> work) {
        try {
            return ScopedValue.where(PLAN, plan).call(work::get);
        } finally {
            if (!plan.met) {
                throw new AssertionError("the work never came to where the fault was planted");
            }
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return name.equals("dataSource") && bean instanceof DataSource source ? new Faulty(source) : bean;
    }

    private static final class Faulty extends DelegatingDataSource {

        Faulty(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (!PLAN.isBound()) {
                return super.getConnection();
            }
            if (PLAN.get().databaseGone()) {
                throw new SQLTransientConnectionException("the database is gone");
            }
            return faulty(super.getConnection(), PLAN.get(), obtainTargetDataSource());
        }
    }

    private static Connection faulty(Connection connection, Plan plan, DataSource others) {
        return proxy(Connection.class, (self, method, arguments) -> switch (method.getName()) {
            case "prepareStatement" -> prepared(connection, plan, others, method, arguments);
            case "commit" -> plan.meetsCommit() ? committed(connection, plan, others, () -> invoke(connection, method, null))
                    : invoke(connection, method, null);
            default -> invoke(connection, method, arguments);
        });
    }

    private static Object prepared(Connection connection, Plan plan, DataSource others, Method method, Object[] arguments) throws Throwable {
        String sql = (String) arguments[0];
        if (!WRITE.matcher(sql.toLowerCase(Locale.ROOT)).matches()) {
            return invoke(connection, method, arguments);
        }
        List<String> statements = new ArrayList<>(List.of(sql.split(NEXT)));
        boolean commits = statements.getLast().equals(COMMIT);
        int writes = statements.size() - (commits ? 1 : 0);
        int before = plan.failing - plan.writes;
        plan.writes += writes;
        if (commits && plan.meetsCommit()) {
            var statement = (PreparedStatement) invoke(connection, method, arguments);
            return proxy(PreparedStatement.class, (self, called, with) -> called.getName().startsWith("execute")
                    ? committed(connection, plan, others, () -> invoke(statement, called, with)) : invoke(statement, called, with));
        }
        if (plan.met || before < 1 || before > writes) {
            return invoke(connection, method, arguments);
        }
        plan.met = true;
        if (statements.size() == 1) {
            return failingOnceExecuted(connection, plan.fault, (PreparedStatement) invoke(connection, method, arguments));
        }
        statements.add(before, plan.fault.sql);
        arguments[0] = String.join(NEXT, statements);
        return invoke(connection, method, arguments);
    }

    private static PreparedStatement failingOnceExecuted(Connection connection, Fault fault, PreparedStatement statement) {
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            Object result = invoke(statement, method, arguments);
            if (method.getName().startsWith("execute")) {
                run(connection, fault.sql);
            }
            return result;
        });
    }

    private interface Trip {

        Object sent() throws Throwable;
    }

    private static Object committed(Connection connection, Plan plan, DataSource others, Trip commit) throws Throwable {
        plan.met = true;
        int backend = backend(connection);
        if (plan.commit == Commit.LOST_BEFORE) {
            end(backend, others);
            return commit.sent();
        }
        commit.sent();
        end(backend, others);
        throw new PSQLException("the connection was lost before the server's answer came", PSQLState.CONNECTION_FAILURE);
    }

    private static int backend(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** From outside, so that whoever uses the connection next is the first to meet it. */
    private static void end(int backend, DataSource others) throws SQLException {
        try (Connection other = others.getConnection()) {
            run(other, "select pg_terminate_backend(%d, 1000)".formatted(backend));
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
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
