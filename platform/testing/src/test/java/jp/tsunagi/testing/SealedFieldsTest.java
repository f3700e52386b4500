package jp.tsunagi.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.platform.sealing.FieldEncryption;
import org.junit.jupiter.api.Test;

/** What is sealed opens where it was sealed and nowhere else. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement("R11.2")
class SealedFieldsTest {

    @Inject
    FieldEncryption encryption;

    @Test
    void aSealedFieldCopiedToAnotherRowColumnOrKeyDoesNotOpen() {
        DataKey key = encryption.create();
        byte[] sealed = key.seal("名前", "case/1", "name");

        assertEquals("名前", encryption.unwrap(key.wrapped()).open(sealed, "case/1", "name"));
        assertThrows(IllegalStateException.class, () -> key.open(sealed, "case/2", "name"));
        assertThrows(IllegalStateException.class, () -> key.open(sealed, "case/1", "contact"));
        DataKey another = encryption.create();
        assertThrows(IllegalStateException.class, () -> another.open(sealed, "case/1", "name"));
    }

    @Test
    void aChangedBitIsNoticed() {
        DataKey key = encryption.create();
        byte[] sealed = key.seal("名前", "case/1", "name");
        sealed[sealed.length / 2] ^= 1;

        assertThrows(IllegalStateException.class, () -> key.open(sealed, "case/1", "name"));
    }
}
