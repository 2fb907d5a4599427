package com.newgroktimes.digest.stories;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

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
        BufferedImage picture = scaled(original.centre(WIDTH, HEIGHT));
        byte[] jpeg = jpeg(picture, BEST);
        for (float quality = BEST - STEP; jpeg.length > MOST_BYTES && quality >= WORST; quality -= STEP) {
            jpeg = jpeg(picture, quality);
        }
        return jpeg;
    }

    private static BufferedImage scaled(BufferedImage original) {
        BufferedImage scaled = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = scaled.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        // What was transparent shows the colour of a page, not black.
        canvas.drawImage(original, 0, 0, WIDTH, HEIGHT, Color.WHITE, null);
        canvas.dispose();
        return scaled;
    }

    private static byte[] jpeg(BufferedImage picture, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
