package org.mentorportal.command;

import org.mentorportal.shared.Sha256;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells whether two commands under one key are the same: SHA-256 of format version, name and canonical JSON. */
final class Fingerprints {

    private static final String FORMAT = "1";

    /** Of its own, so that no setting of the REST door can change what a kept fingerprint meant. */
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Fingerprints() {
    }

    static byte[] of(Command command) {
        return Sha256.of(FORMAT + '\n' + command.name() + '\n' + CANONICAL.writeValueAsString(command));
    }

    /** The lock of a key: those whose numbers collide only wait for each other. */
    static long lockNumber(long actor, CommandKey key) {
        byte[] hash = Sha256.of(actor + "\n" + key.value());
        long number = 0;
        for (int i = 0; i < 6; i++) {
            number = number << 8 | hash[i] & 0xff;
        }
        return number;
    }
}
