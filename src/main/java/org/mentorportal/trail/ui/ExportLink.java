package org.mentorportal.trail.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.mentorportal.trail.TrailExport;
import org.mentorportal.trail.TrailFilter;

/** The lines that fit the filter, as a file, written while it is sent; in the name of whoever asks for it. */
final class ExportLink extends Anchor {

    private final transient TrailExport export;
    /** Read by the thread that sends the file. */
    private transient volatile TrailFilter filter = TrailFilter.ALL;

    ExportLink(TrailExport export, String text) {
        this.export = export;
        setText(text);
        addClassName("button");
        setHref((DownloadHandler) this::send, AttachmentType.DOWNLOAD);
    }

    void shows(TrailFilter shown) {
        filter = shown;
    }

    private void send(DownloadEvent event) throws IOException {
        event.setFileName("trail.csv");
        event.setContentType("text/csv;charset=utf-8");
        try (var out = new BufferedWriter(new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8))) {
            export.write(filter, out);
        }
    }
}
