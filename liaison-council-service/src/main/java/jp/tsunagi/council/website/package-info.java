/** The pages of the council: those for everybody and those where the secretariat publishes. */
@NullMarked
package jp.tsunagi.council.website;

import org.jspecify.annotations.NullMarked;
