/** Material that others have made against trouble on the internet: what fits a case, and what may be offered to its person. */
@NullMarked
package jp.tsunagi.intake.awareness;

import org.jspecify.annotations.NullMarked;
