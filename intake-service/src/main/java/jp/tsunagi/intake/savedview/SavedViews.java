package jp.tsunagi.intake.savedview;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.sealing.FieldEncryption;
import jp.tsunagi.platform.time.Ids;

/** The views that each counsellor keeps; nobody else sees or removes them. */
@ApplicationScoped
public class SavedViews {

    /** What fits on a line or two above the list. */
    static final int MOST = 10;

    static final int LONGEST_NAME = 30;

    private final SavedViewRows rows;
    private final FieldEncryption encryption;
    private final Clock clock;

    SavedViews(SavedViewRows rows, FieldEncryption encryption, Clock clock) {
        this.rows = rows;
        this.encryption = encryption;
        this.clock = clock;
    }

    /** The owner's views, the first saved first. */
    public List<SavedView> findByOwner(Actor owner) {
        return rows.findByOwner(owner).stream()
                .map(row -> new SavedView(row.id, encryption.open(row.name, context(row.id)), row.address))
                .toList();
    }

    /** Keeps a list under a name that the owner has not given to another one. */
    public void save(String typed, String address, Actor owner) {
        String name = typed.strip();
        List<SavedView> saved = findByOwner(owner);
        if (name.isEmpty()) {
            throw refused(IntakeProblem.VIEW_NAME_MISSING);
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw refused(IntakeProblem.VIEW_NAME_TOO_LONG);
        }
        if (saved.stream().anyMatch(view -> view.name().equals(name))) {
            throw refused(IntakeProblem.VIEW_NAME_TAKEN);
        }
        if (saved.size() >= MOST) {
            throw refused(IntakeProblem.TOO_MANY_VIEWS);
        }
        SavedViewRow row = new SavedViewRow();
        row.id = Ids.next();
        row.agency = owner.agency();
        row.owner = owner.id();
        row.name = encryption.seal(name, context(row.id));
        row.address = address;
        row.savedAt = clock.instant();
        rows.persist(row);
    }

    /** Removes a view of the owner; of another's it says that there is none. */
    public void remove(UUID id, Actor owner) {
        if (!rows.delete(id, owner)) {
            throw new Refusal(IntakeProblem.VIEW_NOT_FOUND);
        }
    }

    private static Refusal refused(IntakeProblem why) {
        return new Refusal(why).at("/name");
    }

    private static String context(UUID id) {
        return "saved view " + id;
    }
}
