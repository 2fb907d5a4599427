package com.newgroktimes.digest.stories;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A picture as somebody made it. Its size is looked at before a pixel is decoded. */
record OriginalPicture(byte[] bytes) {

    private static final Logger log = LoggerFactory.getLogger(OriginalPicture.class);

    static final int MOST_BYTES = 10_000_000;
    private static final long MOST_PIXELS = 60_000_000;
    /** A picture that comes clear by and by has ten. Each is gone through for the whole picture, and may be as small as 90 bytes. */
    private static final int MOST_SCANS = 40;

    private static final Set<String> FORMATS = Set.of("jpeg", "png", "webp");

    /** Those whose rows are the picture's columns. */
    private static final Set<Orientation> LYING =
            EnumSet.of(Orientation.LEFT_TOP, Orientation.RIGHT_TOP, Orientation.RIGHT_BOTTOM, Orientation.LEFT_BOTTOM);

    OriginalPicture {
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableFile("It has %,d bytes; at most %,d are taken.".formatted(bytes.length, MOST_BYTES));
        }
    }

    /** The largest part around its centre that has this shape, in no more pixels than twice this width needs. */
    BufferedImage centre(int width, int height) {
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageReader reader = reader(stream);
            try {
                return centre(reader, width, height);
            } finally {
                reader.dispose();
            }
        } catch (UnreadableFile known) {
            throw known;
        } catch (IOException | RuntimeException broken) {
            // What readers of pictures throw at a broken one is for them to choose.
            log.debug("A picture cannot be read.", broken);
            throw new UnreadableFile("It is broken. Save it again as an ordinary JPEG or PNG.");
        }
    }

    private static ImageReader reader(ImageInputStream stream) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                reader.setInput(stream, true);
                return reader;
            }
            reader.dispose();
        }
        throw new UnreadableFile("It is neither a JPEG nor a PNG nor a WebP picture. Save it as one of these.");
    }

    private BufferedImage centre(ImageReader reader, int width, int height) throws IOException {
        if (isJpeg(reader) && JpegScans.in(bytes) > MOST_SCANS) {
            throw new UnreadableFile(
                    "It has more than %d scans. Save it again as an ordinary JPEG.".formatted(MOST_SCANS));
        }
        Orientation orientation = orientation(reader);
        boolean lies = LYING.contains(orientation);
        Rectangle part = part(reader.getWidth(0), reader.getHeight(0), lies ? height : width, lies ? width : height);
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceRegion(part);
        int everyNth = Math.max(1, part.width / (2 * (lies ? height : width)));
        how.setSourceSubsampling(everyNth, everyNth, 0, 0);
        return ExifFilterUtils.getFilterForOrientation(orientation).apply(reader.read(0, how));
    }

    private static boolean isJpeg(ImageReader reader) throws IOException {
        return reader.getFormatName().equalsIgnoreCase("jpeg");
    }

    /** How the camera was held, as it wrote into a JPEG. */
    private static Orientation orientation(ImageReader reader) throws IOException {
        if (!isJpeg(reader)) {
            return Orientation.TOP_LEFT;
        }
        try {
            @Nullable Orientation written = ExifUtils.getExifOrientation(reader, 0);
            return written == null ? Orientation.TOP_LEFT : written;
        } catch (RuntimeException scribble) {
            return Orientation.TOP_LEFT;
        }
    }

    private static Rectangle part(int width, int height, double wide, double high) {
        double shape = wide / high;
        if ((long) width * height > MOST_PIXELS) {
            throw new UnreadableFile(
                    "It is %d×%d pixels; at most %,d are taken.".formatted(width, height, MOST_PIXELS));
        }
        int partWidth = (int) Math.max(1, Math.min(width, Math.round(height * shape)));
        int partHeight = (int) Math.max(1, Math.min(height, Math.round(width / shape)));
        return new Rectangle((width - partWidth) / 2, (height - partHeight) / 2, partWidth, partHeight);
    }
}
