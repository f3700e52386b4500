package jp.tsunagi.intake.workbench;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import jp.tsunagi.intake.consultation.QueueItem;
import jp.tsunagi.intake.handover.ReferralList;

/**
 * A line of the queue with what the hand-overs of its case need.
 *
 * @param badges a desk has asked something, has said no, or has not got it yet
 */
record QueueLine(@JsonUnwrapped QueueItem item, List<ReferralList.Badge> badges) {}
