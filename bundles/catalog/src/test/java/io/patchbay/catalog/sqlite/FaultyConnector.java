package io.patchbay.catalog.sqlite;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** Opens connections that fail at a given call: of a statement, of a result, or when they are opened. */
final class FaultyConnector implements Connector {
    /** When a call fails. */
    enum Fault {
        BEFORE_IT_IS_DONE(false),
        AFTER_IT_WAS_DONE(false),
        WITHOUT_MEMORY_BEFORE_IT_IS_DONE(true),
        WITHOUT_MEMORY_AFTER_IT_WAS_DONE(true);

        private final boolean isError;

        Fault(boolean isError) {
            this.isError = isError;
        }

        boolean isBefore() {
            return this == BEFORE_IT_IS_DONE || this == WITHOUT_MEMORY_BEFORE_IT_IS_DONE;
        }
    }

    private final Fault fault;
    private long left = Long.MAX_VALUE;
    private boolean hasFailed;

    FaultyConnector(Fault fault) {
        this.fault = fault;
    }

    /** Fails at a call, 1 for the next. */
    void failAt(long call) {
        left = call;
        hasFailed = false;
    }

    void repair() {
        left = Long.MAX_VALUE;
    }

    boolean hasFailed() {
        return hasFailed;
    }

    @Override
    public Connection connect(Path file, SQLiteConfig config) throws SQLException {
        require(true);
        return faulty(Connection.class, SQLITE.connect(file, config));
    }

    private void require(boolean before) throws SQLException {
        if (before == fault.isBefore() && --left == 0) {
            hasFailed = true;
            if (fault.isError) {
                throw new OutOfMemoryError("disk I/O error");
            }
            throw new SQLException("disk I/O error");
        }
    }

    private <T> T faulty(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(real, method, arguments)));
    }

    private Object call(Object real, Method method, Object[] arguments) throws Throwable {
        boolean counts =
                method.getName().startsWith("execute") || method.getName().equals("next");
        if (counts) {
            require(true);
        }
        Object result = invoke(real, method, arguments);
        if (counts) {
            require(false);
        }
        return wrapped(result);
    }

    private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object wrapped(Object result) {
        if (result instanceof PreparedStatement statement) {
            return faulty(PreparedStatement.class, statement);
        } else if (result instanceof Statement statement) {
            return faulty(Statement.class, statement);
        }
        return result instanceof ResultSet rows ? faulty(ResultSet.class, rows) : result;
    }
}
