package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twelve pages that most people meet, for those who hear them, who enlarge them, and who go through them by keys. */
@ExtendWith(World.Shared.class)
class KeyPagesJourney {

    private static final int FOCUS_STEPS = 100;

    private static final String STRUCTURE = """
            () => {
              const said = [];
              const seen = (one) => one.checkVisibility({visibilityProperty: true});
              const named = (one) => one.labels?.length || one.ariaLabel || one.hasAttribute('aria-labelledby');
              for (const one of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
                if (seen(one) && !named(one)) said.push('no name: ' + one.outerHTML);
              }
              const described = [...document.querySelectorAll('[aria-describedby]')].flatMap(one => one.getAttribute('aria-describedby').split(' '));
              for (const hint of document.querySelectorAll('div.field > :is(.hint, .error)'))
                if (!described.includes(hint.id)) said.push('describes no input: ' + hint.outerHTML);
              for (const id of described)
                if (!document.getElementById(id)) said.push('describes nothing: ' + id);
              if (document.querySelectorAll('h1').length !== 1) said.push('not one h1');
              for (const landmark of ['header.top', 'main', 'footer', 'nav[aria-label]'])
                if (!document.querySelector(landmark)) said.push('no ' + landmark);
              for (const one of document.querySelectorAll('[tabindex]'))
                if (one.tabIndex > 0) said.push('tabindex: ' + one.outerHTML);
              return said;
            }""";

    private static final String LOST = """
            () => {
              const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
              const said = wide > 0 ? ['wider than the screen by ' + wide] : [];
              for (const one of document.querySelectorAll('body *')) {
                const style = getComputedStyle(one);
                const cuts = ['hidden', 'clip'].includes(style.overflowX) && style.clipPath === 'none';
                if (cuts && one.textContent.trim() && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1))
                  said.push('cut off: ' + one.outerHTML.slice(0, 200));
              }
              return said;
            }""";

    private static final String MOVING = """
            () => [...document.querySelectorAll('*')]
              .filter(one => getComputedStyle(one).animationName !== 'none'
                || getComputedStyle(one).transitionDuration.split(', ').some(time => parseFloat(time) > 0)
                || getComputedStyle(one).scrollBehavior === 'smooth')
              .map(one => 'moves: ' + one.outerHTML.slice(0, 200))""";

    /** WCAG 1.4.12; a sheet of a script's making, because the policy forbids any other. */
    private static final String SPACE = """
            () => {
              const spacing = new CSSStyleSheet();
              spacing.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
                p { margin-block-end: 2em !important; }`);
              document.adoptedStyleSheets = [spacing];
            }""";

    /** Where the focus is: what it is called, and whether it can be seen. Of a date a browser marks the part by itself. */
    private static final String FOCUSED = """
            () => {
              const one = document.activeElement;
              if (one === document.body) return null;
              const style = getComputedStyle(one);
              const words = one.labels?.[0]?.textContent || one.ariaLabel || one.textContent || one.name;
              const isSeen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
              return (isSeen || one.type === 'datetime-local' ? '' : 'UNSEEN ')
                + one.localName + ' ' + words.trim().replace(/\\s+/g, ' ');
            }""";

    private final List<String> complaints = new ArrayList<>();

    @Test
    @DisplayName(
            "UX-38, UX-39, UX-40: twelve pages as they are heard, in the order of the tabulator, narrow, large, wide"
                    + " apart, in the colours of the system and without motion")
    void twelvePagesAreForEverybody(World world) {
        try (var phone = world.window(360, true);
                var desk = world.window(1280, true);
                var portal = world.window(1280, true)) {
            phone.open("/");
            look(phone, "landing");
            phone.open("/consult/safety");
            look(phone, "safety");
            phone.open("/consult");
            look(phone, "form");
            var consulter = new Consulter(phone);
            consulter.fillForm();
            assertEquals(200, phone.press("確認へ進む"));
            look(phone, "check");
            assertEquals(200, phone.press("この内容で相談を送る"));
            var receipt = consulter.receipt();
            look(phone, "receipt");
            phone.open("/box");
            look(phone, "door");
            consulter.openBox(receipt);
            look(phone, "mailbox");

            var counsellor = new Counsellor(desk);
            String consultation = counsellor.signInAndOpen(receipt.number());
            look(desk, "case");
            desk.open("/desk/case/" + consultation + "/refer/SIA_HIBO");
            look(desk, "refer");
            counsellor.refer("SIA_HIBO");
            counsellor.openDelivered(receipt.number());
            look(desk, "queue");
            desk.page().keyboard().press("?");
            desk.lookAgain();

            var sia = new Partner(world.machine("agency-sia"));
            String referral = sia.awaitArrival(consultation);
            portal.openAs("kimura", "/partner/referrals/" + referral);
            look(portal, "referral");
            portal.page().context().clearCookies();
            portal.openAs("watanabe", "/partner");
            look(portal, "agency-choice");
            assertEquals("", String.join("\n", complaints));
        }
    }

    private void look(Visitor visitor, String name) {
        Page page = visitor.page();
        var size = page.viewportSize();
        complain(name, page, STRUCTURE);
        List<String> order = focusOrder(page);
        order.stream().filter(step -> step.startsWith("UNSEEN")).forEach(step -> complaints.add(name + ": " + step));
        Outlines.compare(page, name, order).ifPresent(complaints::add);

        page.setViewportSize(320, 640);
        complain(name + " at 320 px", page, LOST);
        page.evaluate(SPACE);
        complain(name + " at 320 px with text spacing", page, LOST);
        page.setViewportSize(1280, 900);
        complain(name + " with text spacing", page, LOST);
        page.evaluate("document.adoptedStyleSheets = []");
        CDPSession devtools = page.context().newCDPSession(page);
        textOf(devtools, 32);
        complain(name + " with text of 200 %", page, LOST);
        textOf(devtools, 16);
        devtools.detach();
        page.setViewportSize(size.width, size.height);

        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        focusOrder(page).stream()
                .filter(step -> step.startsWith("UNSEEN"))
                .forEach(step -> complaints.add(name + " in forced colours: " + step));
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setForcedColors(ForcedColors.NONE)
                .setReducedMotion(ReducedMotion.REDUCE));
        complain(name + " without motion", page, MOVING);
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
    }

    /** The size that somebody has chosen in the browser; a page's own widths follow it. */
    private static void textOf(CDPSession devtools, int pixels) {
        var standard = new JsonObject();
        standard.addProperty("standard", pixels);
        var sizes = new JsonObject();
        sizes.add("fontSizes", standard);
        devtools.send("Page.setFontSizes", sizes);
    }

    private void complain(String where, Page page, String question) {
        ((List<?>) page.evaluate(question)).forEach(said -> complaints.add(where + ": " + said));
    }

    /** From the first link of the page with the tabulator until it leaves the page or comes round. */
    private static List<String> focusOrder(Page page) {
        List<String> order = new ArrayList<>();
        page.locator(".skip").focus();
        page.keyboard().press("Tab");
        page.keyboard().press("Shift+Tab");
        for (int step = 0; step < FOCUS_STEPS; step++) {
            Object focused = page.evaluate(FOCUSED);
            if (focused == null || order.size() > 1 && focused.equals(order.getFirst())) {
                break;
            }
            // A date has several places of its own.
            if (order.isEmpty()
                    || !focused.equals(order.getLast())
                    || !focused.toString().startsWith("input ")) {
                order.add(focused.toString());
            }
            page.keyboard().press("Tab");
        }
        return order;
    }
}
