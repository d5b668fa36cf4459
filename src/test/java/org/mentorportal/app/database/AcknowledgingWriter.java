package org.mentorportal.app.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** A process of its own that writes rows to a kept database and says each number once its commit was acknowledged. */
class AcknowledgingWriter {

    public static void main(String[] folder) throws Exception {
        PortalDatabase database = new KeptCluster(Path.of(folder[0])).start();
        try (Connection owner = DriverManager.getConnection(database.url(), PortalDatabase.OWNER, database.passwords().owner());
                Statement statement = owner.createStatement()) {
            statement.execute("create table if not exists written (n bigint generated always as identity primary key)");
            System.out.println("ready");
            while (true) {
                try (var row = statement.executeQuery("insert into written default values returning n")) {
                    row.next();
                    System.out.println(row.getLong(1));
                }
            }
        }
    }
}
