package org.mentorportal.app.database;

import java.io.Closeable;
import java.io.IOException;

/**
 * A database to connect to, and how to let go of it.
 *
 * @param ownServer false where somebody else's server is only looked at: nothing may be migrated there
 */
record PortalDatabase(String url, Passwords passwords, boolean ownServer, Closeable server) implements Closeable {

    static final String OWNER = "portal_owner";
    static final String APPLICATION = "portal_app";

    @Override
    public void close() throws IOException {
        server.close();
    }
}
