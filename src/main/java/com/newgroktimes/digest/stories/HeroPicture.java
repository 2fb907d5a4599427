package com.newgroktimes.digest.stories;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import net.coobird.thumbnailator.Thumbnails;

/** A picture as mails show it: a small JPG of one size, without what the camera wrote into it. */
final class HeroPicture {

    static final int WIDTH = 1200;
    static final int HEIGHT = 675;

    private static final int MOST_BYTES = 120_000;
    private static final float BEST = 0.86f;
    private static final float WORST = 0.06f;
    private static final float STEP = 0.1f;

    private HeroPicture() {}

    /** @throws UnreadableFile where the original is none, or too large */
    static byte[] of(OriginalPicture original) {
        try {
            BufferedImage picture = scaled(original.centre(WIDTH, HEIGHT));
            byte[] jpeg = jpeg(picture, BEST);
            for (float quality = BEST - STEP; jpeg.length > MOST_BYTES && quality >= WORST; quality -= STEP) {
                jpeg = jpeg(picture, quality);
            }
            return jpeg;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage scaled(BufferedImage original) throws IOException {
        return Thumbnails.of(original)
                .forceSize(WIDTH, HEIGHT)
                .addFilter(HeroPicture::onPaper)
                .asBufferedImage();
    }

    /** What was transparent shows the colour of a page, not black. */
    private static BufferedImage onPaper(BufferedImage picture) {
        BufferedImage paper = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = paper.createGraphics();
        canvas.drawImage(picture, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return paper;
    }

    private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Thumbnails.of(picture)
                .scale(1)
                .outputFormat("jpg")
                .outputQuality(quality)
                .toOutputStream(bytes);
        return bytes.toByteArray();
    }
}
