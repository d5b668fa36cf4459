package org.mentorportal.shared.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;

/** A link that sends a file, made anew each time and in the name of whoever asks for it. Its address ends in the file's name. */
public final class FileLink extends Anchor {

    /** Writes the file, on the thread that sends it. */
    public interface Content extends Serializable {

        void writeTo(OutputStream out) throws IOException;
    }

    /** @param type the file's content type, with its charset */
    public FileLink(String text, String file, String type, Content content) {
        setText(text);
        addClassName("button");
        setHref(new Handler(file, type, content), AttachmentType.DOWNLOAD);
    }

    private record Handler(String file, String type, Content content) implements DownloadHandler {

        @Override
        public String getUrlPostfix() {
            return file;
        }

        @Override
        public void handleDownloadRequest(DownloadEvent event) throws IOException {
            event.setFileName(file);
            event.setContentType(type);
            content.writeTo(event.getOutputStream());
        }
    }
}
