/** The referral directory as everybody reads it, and as agencies correct it. */
@NullMarked
package jp.tsunagi.referral.directory;

import org.jspecify.annotations.NullMarked;
