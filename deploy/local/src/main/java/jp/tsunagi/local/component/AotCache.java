package jp.tsunagi.local.component;

import java.nio.file.Path;
import java.util.List;

/** Makes the next start of a component's JVM short. Nothing depends on it: without a cache a start is only slower. */
interface AotCache {
    /** Changes no command: every start is as slow as the first. */
    AotCache NONE = (_, command, _) -> command;

    /** Adds to the command that starts {@code component} what uses or writes a cache of the jars in {@code programs}. */
    List<String> addTo(String component, List<String> command, Path programs);

    /** The JDK's own cache, unless {@code TSUNAGI_AOT=off}. */
    static AotCache ofThisMachine() {
        return "off".equalsIgnoreCase(System.getenv("TSUNAGI_AOT")) ? NONE : new JdkAotCache();
    }
}
