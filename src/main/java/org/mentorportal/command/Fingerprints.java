package org.mentorportal.command;

import java.util.Set;
import org.mentorportal.shared.Sha256;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.TypeFactory;

/** Tells whether two commands under one key are the same: SHA-256 of format version, name and canonical JSON. */
final class Fingerprints {

    private static final String FORMAT = "1";

    /** Of its own, so that no setting of the REST door can change what a kept fingerprint meant. */
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addModule(new SimpleModule().addSerializer(new SortedSets()))
            .build();

    private Fingerprints() {
    }

    /** A set's order is how it was filled, or of chance, and another one on each node: its elements are written in the order of their texts. */
    private static final class SortedSets extends StdSerializer<Set<?>> {

        private SortedSets() {
            super(TypeFactory.unsafeSimpleType(Set.class));
        }

        @Override
        public void serialize(Set<?> set, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            set.stream().map(CANONICAL::writeValueAsString).sorted().forEach(json::writeRawValue);
            json.writeEndArray();
        }
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
