package jp.tsunagi.intake.submission;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagi.platform.code.ResourceLines;

/**
 * Undoes what apps add to an address when somebody shares it: share-links.tsv. Two people who share the same post then
 * name the same place, and nothing is passed on that says who shared it.
 */
final class ShareLinks {

    private static final String EVERYWHERE = "*";
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[^\\s\\p{Cntrl}\\p{Cf}<>\"`/?#@]+(?:[/?#][^\\s\\p{Cntrl}\\p{Cf}<>\"`]*)?");
    private static final List<Rule> RULES = ResourceLines.of(ShareLinks.class, "/share-links.tsv")
            .map(ShareLinks::read)
            .toList();

    private ShareLinks() {}

    /** What of an address says where it is. */
    record Location(String scheme, String host, String rest) {

        private boolean isBelow(String parent) {
            return parent.equals(EVERYWHERE) || host.equals(parent) || host.endsWith("." + parent);
        }

        /** Path and query, from an address without scheme. */
        private Location moved(String address) {
            int slash = address.indexOf('/');
            return new Location(scheme, address.substring(0, slash), address.substring(slash));
        }
    }

    private sealed interface Rule {}

    private record Parameter(String host, String name) implements Rule {

        boolean drops(String parameter) {
            String given = nameOf(parameter);
            return name.endsWith(EVERYWHERE)
                    ? given.startsWith(name.substring(0, name.length() - 1))
                    : given.equals(name);
        }
    }

    /** @param path of the redirecting page; empty for any on its host */
    private record Redirect(String host, String path, String parameter) implements Rule {

        boolean leadsOn(Location from) {
            return from.host.equals(host)
                    && (path.isEmpty()
                            || from.rest.substring(0, pathEnd(from.rest)).equals(path));
        }
    }

    private record Host(String host, String becomes) implements Rule {}

    private record Path(String host, Pattern path, String becomes) implements Rule {}

    private record Shortener(String host) implements Rule {}

    private static Rule read(String line) {
        String[] columns = line.split("\t");
        return switch (columns[0]) {
            case "parameter" -> new Parameter(columns[1], columns[2]);
            case "redirect" -> {
                int slash = columns[1].indexOf('/');
                yield slash < 0
                        ? new Redirect(columns[1], "", columns[2])
                        : new Redirect(columns[1].substring(0, slash), columns[1].substring(slash), columns[2]);
            }
            case "host" -> new Host(columns[1], columns[2]);
            case "path" -> new Path(columns[1], Pattern.compile(columns[2]), columns[3]);
            case "shortener" -> new Shortener(columns[1]);
            default -> throw new IllegalStateException(line);
        };
    }

    /** The address that one is redirected to, when the address itself tells; empty for one that is no redirect. */
    static Optional<String> redirected(Location from) {
        return rules(Redirect.class)
                .filter(rule -> rule.leadsOn(from))
                .flatMap(rule -> parameters(from.rest).filter(one -> nameOf(one).equals(rule.parameter)))
                .map(one -> one.substring(one.indexOf('=') + 1))
                .flatMap(ShareLinks::decoded)
                .filter(address -> ADDRESS.matcher(address).matches())
                .findFirst();
    }

    /** The same place, as the service itself writes it. */
    static Location undone(Location shared) {
        Location there = rules(Host.class)
                .filter(rule -> shared.host.equals(rule.host))
                .map(rule -> new Location("https", rule.becomes, shared.rest))
                .findFirst()
                .orElse(shared);
        Location post = rules(Path.class)
                .filter(rule -> there.host.equals(rule.host))
                .flatMap(rule -> onOtherPath(there, rule))
                .findFirst()
                .orElse(there);
        return withoutParameters(post);
    }

    /** Whether only a visit would tell where it leads. */
    static boolean isShortened(String host) {
        return rules(Shortener.class).anyMatch(rule -> host.equals(rule.host) || host.equals("www." + rule.host));
    }

    private static Stream<Location> onOtherPath(Location from, Path rule) {
        int pathEnd = pathEnd(from.rest);
        Matcher matcher = rule.path.matcher(from.rest.substring(0, pathEnd));
        if (!matcher.matches()) {
            return Stream.empty();
        }
        String address = matcher.replaceFirst(rule.becomes);
        String after = from.rest.substring(pathEnd);
        boolean joins = address.contains("?") && after.startsWith("?");
        return Stream.of(from.moved(address + (joins ? "&" + after.substring(1) : after)));
    }

    private static Location withoutParameters(Location from) {
        List<Parameter> dropped =
                rules(Parameter.class).filter(rule -> from.isBelow(rule.host)).toList();
        int query = from.rest.indexOf('?');
        int fragment = fragmentStart(from.rest);
        if (query < 0 || query > fragment) {
            return from;
        }
        List<String> all = parameters(from.rest).toList();
        List<String> some = all.stream()
                .filter(one -> dropped.stream().noneMatch(rule -> rule.drops(one)))
                .toList();
        if (some.size() == all.size()) {
            return from;
        }
        String kept = String.join("&", some);
        return new Location(
                from.scheme,
                from.host,
                from.rest.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept) + from.rest.substring(fragment));
    }

    private static Stream<String> parameters(String rest) {
        int query = rest.indexOf('?');
        int fragment = fragmentStart(rest);
        return query < 0 || query > fragment
                ? Stream.empty()
                : Stream.of(rest.substring(query + 1, fragment).split("&")).filter(one -> !one.isEmpty());
    }

    private static String nameOf(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    private static int pathEnd(String rest) {
        int query = rest.indexOf('?');
        int fragment = fragmentStart(rest);
        return query < 0 ? fragment : Math.min(query, fragment);
    }

    private static int fragmentStart(String rest) {
        int fragment = rest.indexOf('#');
        return fragment < 0 ? rest.length() : fragment;
    }

    private static Stream<String> decoded(String value) {
        try {
            return Stream.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return Stream.empty();
        }
    }

    private static <R extends Rule> Stream<R> rules(Class<R> kind) {
        return RULES.stream().filter(kind::isInstance).map(kind::cast);
    }
}
