/** The mail server of the local stack and its inbox page. */
@NullMarked
package jp.tsunagi.local.mail;

import org.jspecify.annotations.NullMarked;
