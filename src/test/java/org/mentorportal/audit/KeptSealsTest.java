package org.mentorportal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentorportal.support.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** {@code ./portal check --seals FILE}: whoever makes trail and seals anew cannot make the kept lines anew. */
@PortalTest
class KeptSealsTest {

    @TempDir
    Path folder;
    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    private List<String> faults(TrailCopy copy, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("seals.txt"), String.join("\n", lines) + "\n");
        return new KeptSeals(file, new SealStore(copy.jdbc)).faults();
    }

    @Test
    void f2x26SealsMadeAnewAreNotThoseThatWereKept() throws SQLException, IOException {
        try (var copy = new TrailCopy(owner)) {
            Seal first = copy.seal();
            Seal second = copy.seal();
            assertThat(faults(copy, first.line(), "", second.line())).isEmpty();

            copy.run("delete from audit_seal", "insert into audit_event (subject_type, subject_id, seq, at, actor_id, actor_role, command, command_id, state_to, "
                    + "format, canonical, hash) select subject_type, 0, 1, at, actor_id, actor_role, command, command_id, state_to, format, canonical, hash "
                    + "from public.audit_event where seq = 1 limit 1");
            copy.seal();
            assertThat(new StoredSeals(copy.jdbc).faults()).as("by itself it is in order").isEmpty();
            assertThat(faults(copy, first.line(), second.line())).containsExactly("line 1: seal 1 is another one in the database",
                    "line 2: seal 2 is missing from the database");
        }
    }

    @Test
    void aFileWithoutSealsIsNoProof() throws SQLException, IOException {
        try (var copy = new TrailCopy(owner)) {
            assertThat(faults(copy)).containsExactly("no seals are kept in the file");
            assertThat(faults(copy, "portal-seal one")).containsExactly("line 1: no seal");
            assertThatThrownBy(() -> new KeptSeals(folder.resolve("nowhere"), new SealStore(copy.jdbc)).faults()).isInstanceOf(UncheckedIOException.class);
        }
    }
}
