package com.newgroktimes.digest.stories;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HeroPictureTest {

    @ParameterizedTest
    @CsvSource({"1200, 675", "1600, 900", "4000, 3000", "500, 4000", "4000, 500", "300, 200", "1, 1"})
    void everyShapeBecomesOneSizeCutFromTheCentre(int width, int height) throws IOException {
        BufferedImage hero = hero(TestPictures.png(width, height));

        assertThat(hero.getWidth()).isEqualTo(1200);
        assertThat(hero.getHeight()).isEqualTo(675);
        if (width > 1) {
            assertThat(isNear(hero, 100, Color.RED)).isTrue();
            assertThat(isNear(hero, 1100, Color.BLUE)).isTrue();
        }
    }

    @Test
    void theHardestPictureIsSmallEnough() {
        assertThat(HeroPicture.of(new OriginalPicture(TestPictures.noise(2000, 1500))))
                .hasSizeLessThanOrEqualTo(120_000);
    }

    @Test
    void whatIsTransparentBecomesWhite() throws IOException {
        assertThat(isNear(hero(TestPictures.transparent(1200, 675)), 600, Color.WHITE))
                .isTrue();
    }

    @Test
    void whatTheCameraWroteIsGone() {
        byte[] exif = "Exif\0\0somewhere private".getBytes(StandardCharsets.US_ASCII);
        byte[] hero = HeroPicture.of(new OriginalPicture(withSegment(TestPictures.jpeg(1200, 675), exif)));

        assertThat(new String(hero, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "private");
    }

    @Test
    void whatIsNoPictureIsRefusedWithTheReason() {
        assertRefused("<svg/>".getBytes(StandardCharsets.US_ASCII), "neither a JPEG nor a PNG");
        assertRefused(TestPictures.gif(100, 100), "neither a JPEG nor a PNG");
        assertRefused(Arrays.copyOf(TestPictures.png(1200, 675), 100), "It is broken");
        assertRefused(new byte[0], "neither a JPEG nor a PNG");
        assertRefused(new byte[10_000_001], "10,000,001 bytes");
    }

    @Test
    void aPictureOfAnEndlessSizeIsNotDecoded() throws IOException {
        assertRefused(pngOfSize(60_000, 60_000), "60000×60000 pixels");
    }

    /** A few kilobytes of scans that say nothing keep a decoder busy for hours. */
    @Test
    void aPictureThatIsGoneThroughAgainAndAgainIsNotDecoded() {
        byte[] once = TestPictures.progressive(1200, 675);
        int end = once.length - 2;
        int last = new String(once, StandardCharsets.ISO_8859_1).lastIndexOf("\u00ff\u00da");
        var often = new ByteArrayOutputStream();
        often.write(once, 0, end);
        for (int i = 0; i < 100; i++) {
            often.write(once, last, end - last);
        }
        often.write(once, end, 2);

        assertThat(HeroPicture.of(new OriginalPicture(once))).isNotEmpty();
        assertRefused(often.toByteArray(), "more than 40 scans");
    }

    /** Phones put a film behind the picture, which holds any bytes. */
    @Test
    void whatStandsInItsSegmentsOrBehindItsEndIsNoScan() {
        byte[] marker = "\u00ff\u00da\u0000\u0002".repeat(50).getBytes(StandardCharsets.ISO_8859_1);
        byte[] picture = withSegment(TestPictures.jpeg(1200, 675), marker);
        byte[] withFilm = Arrays.copyOf(picture, picture.length + marker.length);
        System.arraycopy(marker, 0, withFilm, picture.length, marker.length);

        assertThat(HeroPicture.of(new OriginalPicture(withFilm))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, false", "3, true", "6, false", "8, true"})
    void aPictureStandsAsTheCameraWasHeld(int orientation, boolean turnedRound) throws IOException {
        boolean lies = orientation > 4;
        byte[] jpeg = lies ? TestPictures.jpegOnItsSide(675, 1200) : TestPictures.jpeg(1200, 675);
        byte[] exif = {
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            18,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        BufferedImage hero = hero(withSegment(jpeg, exif));

        // Red is left of what was taken: at the top of what lies on its right side.
        boolean redIsLeft = lies ? turnedRound : !turnedRound;
        assertThat(isNear(hero, 100, redIsLeft ? Color.RED : Color.BLUE)).isTrue();
        assertThat(isNear(hero, 1100, redIsLeft ? Color.BLUE : Color.RED)).isTrue();
    }

    @Test
    void aWebPPictureIsTakenToo() throws IOException {
        byte[] webp = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

        assertThat(hero(webp).getWidth()).isEqualTo(1200);
    }

    private static void assertRefused(byte[] bytes, String reason) {
        assertThatThrownBy(() -> HeroPicture.of(new OriginalPicture(bytes)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(reason);
    }

    private static BufferedImage hero(byte[] original) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(HeroPicture.of(new OriginalPicture(original))));
    }

    private static boolean isNear(BufferedImage picture, int x, Color wanted) {
        Color found = new Color(picture.getRGB(x, 300));
        return Math.abs(found.getRed() - wanted.getRed()) < 12
                && Math.abs(found.getGreen() - wanted.getGreen()) < 12
                && Math.abs(found.getBlue() - wanted.getBlue()) < 12;
    }

    /** An APP1 segment behind the first marker. */
    private static byte[] withSegment(byte[] jpeg, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (content.length + 2)});
        bytes.writeBytes(content);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /** Only the head of a PNG (its IHDR), as it says how large the rest would be. */
    private static byte[] pngOfSize(int width, int height) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(head);
        data.writeBytes("IHDR");
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(head.toByteArray());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        DataOutputStream all = new DataOutputStream(png);
        all.writeLong(0x89504E470D0A1A0AL);
        all.writeInt(13);
        all.write(head.toByteArray());
        all.writeInt((int) sum.getValue());
        all.writeInt(0);
        all.writeBytes("IDAT");
        all.writeInt(0x35AF061E);
        return png.toByteArray();
    }
}
