package jp.tsunagi.platform.page;

import io.quarkus.qute.TemplateData;

/** One answer a person can pick in a list of radios, checkboxes or options; the hint may be null. */
@TemplateData
public record Choice(String value, String label, String hint) {

    public Choice(String value, String label) {
        this(value, label, null);
    }
}
