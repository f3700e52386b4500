package jp.tsunagi.intake.letter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of drafts. */
@ApplicationScoped
class LetterDraftRows implements PanacheRepositoryBase<LetterDraftRow, LetterDraftRow.Key> {}
