package jp.tsunagi.intake.savedview;

import java.util.UUID;

/**
 * A list of the queue that its owner called by a name.
 *
 * @param address what is shown: a tab and filters. What somebody searched for by a name or a URL stands in no address, so
 *     no view keeps it either: a second store of what people told would have to be erased with their cases.
 */
public record SavedView(UUID id, String name, String address) {}
