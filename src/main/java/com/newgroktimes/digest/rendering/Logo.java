package com.newgroktimes.digest.rendering;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import com.newgroktimes.digest.platform.Sha256;
import com.newgroktimes.digest.platform.StartRefused;

/**
 * The picture in the masthead of our mails, in the place of the name; the name is what those read who see no pictures.
 *
 * @param width as it is shown: half of its own, so that it is sharp on every screen
 */
public record Logo(String hash, byte[] png, int width, int height) {

    private static final String SETTING = "digest.look.logo";
    private static final int MOST_BYTES = 100_000;
    private static final int MOST_WIDTH = 1104; // twice what lies between the margins of a mail
    private static final int MOST_HEIGHT = 400;

    /** @throws StartRefused where it is no PNG, or too large */
    static Logo in(Path file) {
        byte[] bytes = read(file);
        BufferedImage picture = decoded(file, bytes);
        return new Logo(Sha256.of(bytes).hex(), bytes, halved(picture.getWidth()), halved(picture.getHeight()));
    }

    /** Where mails load it from. */
    public String path() {
        return "/logo/" + hash + ".png";
    }

    private static byte[] read(Path file) {
        // A pipe or a device is waited for without end, or has none.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw StartRefused.setting(
                    SETTING, file.toAbsolutePath(), "it is no regular file, and only those are read.");
        }
        try {
            long size = Files.size(file);
            if (size > MOST_BYTES) {
                throw StartRefused.setting(
                        SETTING, file, "it has %,d bytes; at most %,d are taken.".formatted(size, MOST_BYTES));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw StartRefused.setting(SETTING, file.toAbsolutePath(), "there is no such file that can be read.");
        }
    }

    /** Its size is looked at first: a small file may say that it is of billions of pixels. */
    private static BufferedImage decoded(Path file, byte[] bytes) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(stream, true);
            mustBeSmall(file, reader.getWidth(0), reader.getHeight(0));
            return reader.read(0);
        } catch (StartRefused told) {
            throw told;
        } catch (IOException | RuntimeException broken) {
            throw StartRefused.setting(SETTING, file, "it is no PNG picture.");
        } finally {
            reader.dispose();
        }
    }

    private static void mustBeSmall(Path file, int width, int height) {
        if (width > MOST_WIDTH || height > MOST_HEIGHT) {
            throw StartRefused.setting(
                    SETTING,
                    file,
                    "it is %d×%d pixels; at most %d×%d are taken.".formatted(width, height, MOST_WIDTH, MOST_HEIGHT));
        }
    }

    private static int halved(int pixels) {
        return Math.max(1, pixels / 2);
    }

    @Override
    public String toString() {
        return path();
    }
}
