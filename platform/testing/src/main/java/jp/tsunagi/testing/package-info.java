/** What the tests of every module share: real infrastructure, tokens, and rules about code, texts and contracts. */
@NullMarked
package jp.tsunagi.testing;

import org.jspecify.annotations.NullMarked;
