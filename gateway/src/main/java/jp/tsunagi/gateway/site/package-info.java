/** The pages that belong to no service, the API description, and the files for developers. */
@NullMarked
package jp.tsunagi.gateway.site;

import org.jspecify.annotations.NullMarked;
