package jp.tsunagi.referral.partner;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import jp.tsunagi.referral.disclosure.Parcel;

/** What a partner discloses about the person. */
record ParcelRequest(
        @Size(max = 2000) String summary,
        @Size(max = 20_000) String narrative,
        @Size(max = 50) List<@NotBlank @Size(max = 2048) String> urls,
        @Size(max = 100) String callName,
        @Size(max = 300) String contact) {

    Parcel toDomain() {
        return new Parcel(summary, narrative, urls, callName, contact);
    }
}
