package com.newgroktimes.digest.editions.digest;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

import com.microsoft.playwright.Page;

/** Contrast as it is painted, for where no style sheet tells what a browser makes of the colours. */
final class Ink {

    /** WCAG 2.2, 1.4.3 */
    private static final double READABLE = 4.5;

    private static final String TEXTS = """
            () => [...document.querySelectorAll('h1, h2, h3, p, li')]
              .map(tag => ({text: tag.textContent.slice(0, 40), box: tag.getBoundingClientRect()}))
              .filter(({box}) => box.width > 0 && box.height > 0)
              .map(({text, box}) => [text, box.x + scrollX, box.y + scrollY, box.width, box.height])
            """;

    private Ink() {}

    /** Beginnings of texts whose strongest pixel is too close to what they stand on. */
    @SuppressWarnings("unchecked")
    static List<String> unreadable(Page page) {
        BufferedImage painted = painted(page);
        var faults = new ArrayList<String>();
        for (List<Object> text : (List<List<Object>>) page.evaluate(TEXTS)) {
            double contrast =
                    contrast(painted, pixel(text.get(1)), pixel(text.get(2)), pixel(text.get(3)), pixel(text.get(4)));
            if (contrast < READABLE) {
                faults.add("%.1f: %s".formatted(contrast, text.get(0)));
            }
        }
        return faults;
    }

    /** How light the upper left corner is, from 0 to 1. */
    static double ofThePage(Page page) {
        return light(painted(page).getRGB(1, 1));
    }

    private static double contrast(BufferedImage painted, int x, int y, int width, int height) {
        Map<Integer, Integer> colours = new HashMap<>();
        for (int right = x; right < Math.min(x + width, painted.getWidth()); right++) {
            for (int down = y; down < Math.min(y + height, painted.getHeight()); down++) {
                colours.merge(painted.getRGB(right, down), 1, Integer::sum);
            }
        }
        int ground = colours.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return colours.keySet().stream()
                .mapToDouble(colour -> contrast(light(colour), light(ground)))
                .max()
                .orElseThrow();
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** Relative luminance. */
    private static double light(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static BufferedImage painted(Page page) {
        try {
            return ImageIO.read(
                    new ByteArrayInputStream(page.screenshot(new Page.ScreenshotOptions().setFullPage(true))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int pixel(Object number) {
        return (int) Math.round(((Number) number).doubleValue());
    }
}
