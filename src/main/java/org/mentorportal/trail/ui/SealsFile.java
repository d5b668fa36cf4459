package org.mentorportal.trail.ui;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.mentorportal.audit.Seal;

/** All the seals' lines as a file, the first seal's first, to be kept where nobody who can write to the database can write. */
final class SealsFile extends Anchor {

    private final transient Supplier<List<Seal>> seals;

    SealsFile(String text, Supplier<List<Seal>> seals) {
        this.seals = seals;
        setText(text);
        addClassName("button");
        setHref((DownloadHandler) this::send, AttachmentType.DOWNLOAD);
    }

    private void send(DownloadEvent event) throws IOException {
        event.setFileName("seals.txt");
        event.setContentType("text/plain;charset=utf-8");
        byte[] lines = seals.get().reversed().stream().map(Seal::line).collect(joining("\n", "", "\n")).getBytes(StandardCharsets.UTF_8);
        event.getOutputStream().write(lines);
    }
}
