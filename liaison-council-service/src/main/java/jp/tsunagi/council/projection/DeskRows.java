package jp.tsunagi.council.projection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of desks that referrals are counted by. */
@ApplicationScoped
class DeskRows implements PanacheRepositoryBase<DeskRow, String> {}
