package jp.tsunagi.intake.workbench;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import jp.tsunagi.intake.handover.Referral;
import jp.tsunagi.intake.handover.ReferralEntry;

/**
 * A hand-over with everything that was said about it.
 *
 * @param entries steps, oldest first
 */
record ReferralThread(@JsonUnwrapped Referral referral, List<ReferralEntry> entries) {}
