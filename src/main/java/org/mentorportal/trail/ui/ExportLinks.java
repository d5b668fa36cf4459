package org.mentorportal.trail.ui;

import org.mentorportal.trail.TrailExport;
import org.springframework.stereotype.Component;

/** Makes the way to the file of what is shown. */
@Component
class ExportLinks {

    private final TrailExport export;
    private final TrailTexts texts;

    ExportLinks(TrailExport export, TrailTexts texts) {
        this.export = export;
        this.texts = texts;
    }

    ExportLink make() {
        return new ExportLink(export, texts.get("trail.export"));
    }
}
