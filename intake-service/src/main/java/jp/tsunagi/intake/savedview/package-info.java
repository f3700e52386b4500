/** Lists of the queue that a counsellor called by a name and keeps. */
@NullMarked
package jp.tsunagi.intake.savedview;

import org.jspecify.annotations.NullMarked;
