package org.mentorportal.app.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords of an embedded database's three users: made at random, kept beside it, never asked for. */
record Passwords(String superuser, String owner, String application) {

    static Passwords random() {
        return new Passwords(secret(), secret(), secret());
    }

    static Passwords read(Path file) throws IOException {
        var lines = new Properties();
        lines.load(new StringReader(Files.readString(file)));
        return new Passwords(lines.getProperty("superuser"), lines.getProperty("owner"), lines.getProperty("application"));
    }

    void write(Path file) throws IOException {
        PrivateFiles.write(file, "superuser=%s%nowner=%s%napplication=%s%n".formatted(superuser, owner, application));
    }

    @Override
    public String toString() {
        return "Passwords[hidden]";
    }

    private static String secret() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
