/** The code lists that the services and their partners share, with their labels. */
@NullMarked
package jp.tsunagi.vocabulary;

import org.jspecify.annotations.NullMarked;
