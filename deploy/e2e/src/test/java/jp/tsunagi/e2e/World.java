package jp.tsunagi.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What every journey happens in: the stack and a browser, made for the first journey, ended after the last. */
final class World implements AutoCloseable {

    private static final List<Path> BROWSERS = Stream.of(
                    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .toList();

    private static final List<String> ARGUMENTS = List.of(
            // Chromium refuses its sandbox to root, which builds in containers are.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final LocalStack stack;
    private final Playwright playwright;
    private final Browser browser;

    private World(LocalStack stack) {
        this.stack = stack;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(browserOfThisMachine())
                        .setEnv(withOurFontOnly())
                        .setArgs(ARGUMENTS));
    }

    /** Whatever fonts this machine has: pictures of pages are compared with those of other machines. */
    private static Map<String, String> withOurFontOnly() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put(
                "FONTCONFIG_FILE",
                Path.of("src", "test", "resources", "fonts", "fonts.conf")
                        .toAbsolutePath()
                        .toString());
        return environment;
    }

    private static World start() {
        LocalStack stack = LocalStack.start();
        try {
            return new World(stack);
        } catch (RuntimeException noBrowser) {
            stack.close();
            throw noBrowser;
        }
    }

    LocalStack stack() {
        return stack;
    }

    /** A consulter's phone, in a browser that runs no scripts. */
    Visitor phoneWithoutScripts() {
        return new Visitor(
                stack,
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(360, 740)
                        .setLocale("ja-JP")
                        .setJavaScriptEnabled(false)),
                false);
    }

    /** A window of this width, for pictures of pages as narrow phones (360) and computers (1280) show them. */
    Visitor window(int width, boolean scripts) {
        return new Visitor(
                stack,
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, width < 500 ? 740 : 900)
                        .setLocale("ja-JP")
                        .setJavaScriptEnabled(scripts)),
                scripts);
    }

    /** A computer in an office. */
    Visitor computer() {
        return new Visitor(
                stack,
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setLocale("ja-JP")),
                true);
    }

    /** An office where scripts are switched off. */
    Visitor computerWithoutScripts() {
        return new Visitor(
                stack,
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setLocale("ja-JP")
                        .setJavaScriptEnabled(false)),
                false);
    }

    /** Somebody who consults, on a screen of this width. */
    Visitor consulter(int width, boolean scripts) {
        return new Visitor(
                stack,
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setLocale("ja-JP")
                        .setJavaScriptEnabled(scripts)),
                scripts);
    }

    Visitor phone() {
        return new Visitor(
                stack,
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(320, 640)
                        .setLocale("ja-JP")),
                true);
    }

    /**
     * A browser that keeps its profile in a folder, as a computer at home does; closing it writes what it keeps.
     *
     * @param scripts whether it runs them
     */
    Visitor computerAtHome(Path profile, boolean scripts) {
        return new Visitor(
                stack,
                playwright
                        .chromium()
                        .launchPersistentContext(
                                profile,
                                new BrowserType.LaunchPersistentContextOptions()
                                        .setExecutablePath(browserOfThisMachine())
                                        .setArgs(ARGUMENTS)
                                        .setViewportSize(1280, 900)
                                        .setLocale("ja-JP")
                                        .setJavaScriptEnabled(scripts)),
                scripts);
    }

    Machine machine(String client) {
        return new Machine(stack, client);
    }

    @Override
    public void close() {
        try {
            browser.close();
            playwright.close();
        } finally {
            stack.close();
        }
    }

    private static Path browserOfThisMachine() {
        return BROWSERS.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Chromium: install chromium, or type './tsunagi verify'"));
    }

    /** Gives the one world to every journey that asks for it. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == World.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(World.class, _ -> start(), World.class);
        }
    }
}
