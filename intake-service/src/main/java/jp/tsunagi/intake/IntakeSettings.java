package jp.tsunagi.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** What an operator may decide about intake. */
@ConfigMapping(prefix = "tsunagi.intake")
public interface IntakeSettings {

    /** Code of the agency that owns what comes in by the public form; also its desk in referrals. */
    @WithDefault("IHAHO")
    String agency();

    /** Where "close this page at once" leads: a page nobody asks about. Ours is always reachable; a site may be named. */
    @WithDefault("/calendar")
    URI neutralPage();

    /** Address of the site as people type it; the mailbox cookie is Secure when it is https. */
    @WithDefault("http://127.0.0.1:8080")
    URI publicUrl();
}
