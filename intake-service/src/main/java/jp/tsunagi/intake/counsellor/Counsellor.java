package jp.tsunagi.intake.counsellor;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody who may work on the cases of an agency.
 *
 * @param account what a case names as its assignee
 */
public record Counsellor(
        String account,
        String name,
        @Schema(enumeration = {"counsellor", "supervisor"}) String role) {}
