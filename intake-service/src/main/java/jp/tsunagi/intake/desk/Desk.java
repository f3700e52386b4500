package jp.tsunagi.intake.desk;

import java.util.List;
import java.util.Set;

/** Another agency's desk as its public directory entry shows it: whom it takes, and what it must, may and may not be told. */
public record Desk(
        String code,
        String agency,
        String nameJa,
        String nameEn,
        boolean accepting,
        List<String> modes,
        String scopeJa,
        String refusesJa,
        Set<String> refusedConsulterTypes,
        List<String> requiredFields,
        List<String> wantedFields,
        List<String> refusedFields,
        String channelsJa,
        String hoursJa) {

    public Desk {
        modes = List.copyOf(modes);
        refusedConsulterTypes = Set.copyOf(refusedConsulterTypes);
        requiredFields = List.copyOf(requiredFields);
        wantedFields = List.copyOf(wantedFields);
        refusedFields = List.copyOf(refusedFields);
    }

    public String name(String lang) {
        return "en".equals(lang) ? nameEn : nameJa;
    }
}
