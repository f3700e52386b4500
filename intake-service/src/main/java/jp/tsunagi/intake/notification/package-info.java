/** The mails that say there is news, and nothing else. */
@NullMarked
package jp.tsunagi.intake.notification;

import org.jspecify.annotations.NullMarked;
