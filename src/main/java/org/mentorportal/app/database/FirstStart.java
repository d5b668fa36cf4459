package org.mentorportal.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mentorportal.account.FirstAdmin;
import org.mentorportal.app.StartStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where there is no account, tells whoever installs the portal how to become its first admin: in the log, and in a file of theirs. */
@Component
class FirstStart extends StartStep {

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);
    private static final String FILE = "set-up-token";

    private final FirstAdmin firstAdmin;
    private final String dataDir;
    private final boolean check;

    FirstStart(FirstAdmin firstAdmin, @Value("${portal.data-dir}") String dataDir, @Value("${portal.check:false}") boolean check) {
        super(LAST); // after the demo school, which has accounts
        this.firstAdmin = firstAdmin;
        this.dataDir = dataDir;
        this.check = check;
    }

    @Override
    protected void take() {
        if (!check) {
            try {
                tell();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void tell() throws IOException {
        Path file = Path.of(dataDir, FILE).toAbsolutePath();
        Files.deleteIfExists(file);
        if (firstAdmin.isNeeded()) {
            String token = firstAdmin.issue().text();
            if (!dataDir.equals(EmbeddedDatabase.THROW_AWAY)) {
                PrivateFiles.createFolder(file.getParent());
                PrivateFiles.write(file, token + System.lineSeparator());
            }
            log.warn("Nobody has an account yet. Open /set-up and become the first admin with this token, good once and for {} hours "
                    + "(also in {}): {}", FirstAdmin.TOKEN_AGE.toHours(), file, token);
        }
    }
}
