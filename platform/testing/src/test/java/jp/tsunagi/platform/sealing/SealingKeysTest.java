package jp.tsunagi.platform.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.tsunagi.platform.infrastructure.Keys;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingKeysTest {

    private record Folder(Path keys, List<String> needed) implements SealingKeys.Config {}

    @Test
    @Requirement("P14")
    void nothingStartsWithoutAKeyThatItNeeds(@TempDir Path folder) throws IOException {
        Keys.create(folder);
        Keys.createHandover(folder, folder);
        var needed = List.of("master.json", "handover-private.json");
        new SealingKeys(new Folder(folder, needed));

        Files.writeString(folder.resolve("handover-private.json"), "{}");
        assertEquals(
                "key file " + folder.resolve("handover-private.json") + " is not a Tink keyset",
                assertThrows(IllegalStateException.class, () -> new SealingKeys(new Folder(folder, needed)))
                        .getMessage());

        Files.delete(folder.resolve("handover-private.json"));
        assertThrows(UncheckedIOException.class, () -> new SealingKeys(new Folder(folder, needed)));
    }
}
