package com.newgroktimes.digest.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.newgroktimes.digest.mail.EncodedPart.Cut;
import com.newgroktimes.digest.platform.Sha256;

/**
 * A skeleton's parts as bytes: layout (1 byte), SHA-256 of what follows (32), then the number of parts (1) and for each the
 * number of cuts (4), each cut's place (4) and slot (1), the length of its bytes (4), its bytes.
 */
final class StoredSkeleton {

    private static final byte LAYOUT = 1;
    private static final int HASH_END = 33;

    private StoredSkeleton() {}

    static byte[] write(List<EncodedPart> parts) {
        byte[] content = content(parts);
        var stored = new byte[HASH_END + content.length];
        stored[0] = LAYOUT;
        System.arraycopy(Sha256.of(content).bytes(), 0, stored, 1, HASH_END - 1);
        System.arraycopy(content, 0, stored, HASH_END, content.length);
        return stored;
    }

    static List<EncodedPart> read(byte[] stored) {
        if (stored.length <= HASH_END || stored[0] != LAYOUT) {
            throw new IllegalArgumentException("These bytes are no skeleton that this version wrote.");
        }
        byte[] content = Arrays.copyOfRange(stored, HASH_END, stored.length);
        if (!Arrays.equals(Sha256.of(content).bytes(), 0, HASH_END - 1, stored, 1, HASH_END)) {
            throw new IllegalArgumentException("A stored skeleton was changed: its bytes do not fit its hash.");
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(content))) {
            var parts = new ArrayList<EncodedPart>();
            for (int left = in.readByte(); left > 0; left--) {
                parts.add(readPart(in));
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String hash(List<EncodedPart> parts) {
        return Sha256.of(content(parts)).hex();
    }

    private static byte[] content(List<EncodedPart> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(parts.size());
            for (EncodedPart part : parts) {
                writePart(part, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writePart(EncodedPart part, DataOutputStream out) throws IOException {
        out.writeInt(part.cuts().size());
        for (Cut cut : part.cuts()) {
            out.writeInt(cut.at());
            out.writeByte(cut.slot().ordinal());
        }
        out.writeInt(part.bytes().length);
        out.write(part.bytes());
    }

    private static EncodedPart readPart(DataInputStream in) throws IOException {
        var cuts = new ArrayList<Cut>();
        for (int left = in.readInt(); left > 0; left--) {
            cuts.add(new Cut(in.readInt(), Slot.values()[in.readByte()]));
        }
        return new EncodedPart(in.readNBytes(in.readInt()), List.copyOf(cuts));
    }
}
