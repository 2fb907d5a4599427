package com.newgroktimes.digest.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sees what a page does that only a stranger could have made it do: run {@code struck()}, ask another host, open a dialog, or hold what
 * would do so when pressed. What stands in a frame is to be looked at by itself. The browser should pass over content security policies, so that no policy hides what got through.
 */
public final class Watch {

    /** Whatever acts, whatever loads, and whatever leads somewhere that is no web page. */
    private static final String FOUND = """
            () => {
              const found = (window.__struck || []).map(how => 'ran: ' + how);
              const leads = ['href', 'xlink:href', 'src', 'srcset', 'action', 'formaction', 'data', 'poster', 'background', 'ping', 'srcdoc'];
              for (const at of document.querySelectorAll('*')) {
                for (const attribute of at.attributes) {
                  const name = attribute.name.toLowerCase();
                  if (name.startsWith('on') || ['srcdoc', 'ping', 'formaction'].includes(name))
                    found.push(at.tagName + ' has ' + name);
                  if (leads.includes(name)) {
                    let scheme = 'none';
                    try { scheme = new URL(attribute.value, 'https://ours.example').protocol; } catch (none) { }
                    if (!['https:', 'http:', 'mailto:', 'none'].includes(scheme)) found.push(at.tagName + ' leads to ' + attribute.value);
                  }
                }
                if (at.matches('svg.icon[aria-hidden]')) continue; // the console's own
                if (['OBJECT', 'EMBED', 'APPLET', 'SVG', 'MATH', 'VIDEO', 'AUDIO', 'FRAME', 'TEMPLATE', 'MARQUEE'].includes(at.tagName.toUpperCase()))
                  found.push(at.tagName);
                if (at.tagName === 'SCRIPT' && !/^\\/[a-z]+\\.js$/.test(at.getAttribute('src') || '')) found.push('SCRIPT ' + at.outerHTML);
                if (at.tagName === 'BASE' && at.hasAttribute('href')) found.push('BASE');
                if (at.tagName === 'META' && at.httpEquiv.toLowerCase() === 'refresh') found.push('META refresh');
              }
              return found;
            }
            """;

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Page page;

    /** @param context of a browser; from here on it goes nowhere but to this machine */
    public Watch(BrowserContext context) {
        context.addInitScript("window.struck = how => { (window.__struck = window.__struck || []).push(how); };");
        context.route("**/*", route -> {
            String url = route.request().url();
            if (url.matches("http://(127\\.0\\.0\\.1|localhost):\\d+/.*")) {
                route.resume();
            } else {
                // Our own pictures stand in mails under the public address of the service.
                if (!url.startsWith(ServiceUnderTest.BASE_URL + "/")) {
                    seen.add("asked " + url);
                }
                route.abort();
            }
        });
        page = context.newPage();
        page.onDialog(dialog -> {
            seen.add("dialog " + dialog.message());
            dialog.dismiss();
        });
    }

    public Page page() {
        return page;
    }

    /** @param what for the message of the failure */
    public void assertInert(String what) {
        page.waitForLoadState();
        ((List<?>) page.evaluate(FOUND)).forEach(found -> seen.add(String.valueOf(found)));
        assertThat(seen).as(what).isEmpty();
    }

    /** The same for HTML that some program shows without any policy. */
    public void assertInert(String what, String html) {
        page.setContent(html);
        assertInert(what);
    }
}
