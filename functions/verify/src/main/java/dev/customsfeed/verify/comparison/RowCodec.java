package dev.customsfeed.verify.comparison;

import dev.customsfeed.verify.model.Certificate;
import dev.customsfeed.verify.model.CertificateUse;
import dev.customsfeed.verify.model.ControlledCode;
import dev.customsfeed.verify.model.Declaration;
import dev.customsfeed.verify.model.DeclarationItem;
import dev.customsfeed.verify.model.FileLine;
import dev.customsfeed.verify.model.ListedParty;
import dev.customsfeed.verify.model.Refund;
import dev.customsfeed.verify.model.RefundRate;
import dev.customsfeed.verify.model.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Rows as bytes: everything that they say but the file that they are of. */
final class RowCodec {

    private RowCodec() {}

    /** Appends a row. */
    static void write(Row row, ByteArrayOutputStream bytes) {
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            if (row instanceof Declaration one) {
                begin(out, 'D', one);
                item(out, one.item());
                texts(out, one.enterprise(), one.hs(), number(one.quantity()), one.unit(), number(one.value()));
                texts(out, one.currency(), one.exportedOn().toString(), one.regime());
                out.writeBoolean(one.cancelled());
                texts(out, one.consignee(), one.destination(), one.finalDestination());
            } else if (row instanceof Refund one) {
                begin(out, 'R', one);
                item(out, one.item());
                texts(
                        out,
                        number(one.quantity()),
                        number(one.amount()),
                        one.currency(),
                        one.state().name());
                out.writeUTF(one.on().toString());
            } else if (row instanceof Certificate one) {
                begin(out, 'C', one);
                out.writeUTF(one.number());
                item(out, one.item());
                texts(out, one.enterprise(), one.purpose().name());
                out.writeBoolean(one.repaid());
                texts(out, one.hs(), number(one.quantity()), one.unit(), number(one.repaidAmount()), one.currency());
                texts(out, one.paymentNo(), one.taxAuthority(), one.issuedOn().toString());
                day(out, one.voidedOn());
            } else if (row instanceof CertificateUse one) {
                begin(out, 'U', one);
                out.writeUTF(one.certificate());
                item(out, one.imported());
                texts(out, number(one.quantity()), one.unit(), one.usedOn().toString());
            } else if (row instanceof ListedParty one) {
                begin(out, 'P', one);
                out.writeBoolean(one.control());
                texts(out, one.number(), one.englishName(), one.chineseName());
                several(out, one.aliases());
            } else if (row instanceof ControlledCode one) {
                begin(out, 'K', one);
                texts(out, one.prefix(), one.condition());
                several(out, one.destinations());
            } else if (row instanceof RefundRate one) {
                begin(out, 'T', one);
                texts(out, one.prefix(), number(one.percent()), one.from().toString());
                day(out, one.to());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void begin(DataOutputStream out, char kind, Row row) throws IOException {
        out.writeByte(kind);
        out.writeInt((int) row.at().line());
    }

    private static void item(DataOutputStream out, DeclarationItem item) throws IOException {
        out.writeUTF(item.toString());
    }

    private static void texts(DataOutputStream out, String... texts) throws IOException {
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private static void several(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        texts(out, texts.toArray(String[]::new));
    }

    private static void day(DataOutputStream out, Optional<LocalDate> day) throws IOException {
        out.writeUTF(day.map(LocalDate::toString).orElse(""));
    }

    private static String number(BigDecimal number) {
        return number.toPlainString();
    }

    /** What was written, smaller. */
    static byte[] compress(ByteArrayOutputStream bytes) {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try (DeflaterOutputStream out = new DeflaterOutputStream(small, deflater)) {
            bytes.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return small.toByteArray();
    }

    /** Reads rows. */
    static void read(byte[] compressed, KnownFile file, Consumer<Row> sink) {
        java.util.zip.Inflater inflater = new java.util.zip.Inflater(true);
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(
                new InflaterInputStream(new ByteArrayInputStream(compressed), inflater), 1 << 14))) {
            while (true) {
                int kind = in.read();
                if (kind < 0) {
                    return;
                }
                sink.accept(read(kind, new FileLine(file.key(), file.version(), in.readInt()), in));
            }
        } catch (EOFException e) {
            throw new IllegalStateException("found rows that end within one, expected them as they were written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            inflater.end();
        }
    }

    private static Row read(int kind, FileLine at, DataInputStream in) throws IOException {
        return switch (kind) {
            case 'D' ->
                new Declaration(
                        at,
                        DeclarationItem.parse(in.readUTF()),
                        in.readUTF(),
                        in.readUTF(),
                        decimal(in),
                        in.readUTF(),
                        decimal(in),
                        in.readUTF(),
                        LocalDate.parse(in.readUTF()),
                        in.readUTF(),
                        in.readBoolean(),
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF());
            case 'R' ->
                new Refund(
                        at,
                        DeclarationItem.parse(in.readUTF()),
                        decimal(in),
                        decimal(in),
                        in.readUTF(),
                        Refund.State.valueOf(in.readUTF()),
                        LocalDate.parse(in.readUTF()));
            case 'C' ->
                new Certificate(
                        at,
                        in.readUTF(),
                        DeclarationItem.parse(in.readUTF()),
                        in.readUTF(),
                        Certificate.Purpose.valueOf(in.readUTF()),
                        in.readBoolean(),
                        in.readUTF(),
                        decimal(in),
                        in.readUTF(),
                        decimal(in),
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF(),
                        LocalDate.parse(in.readUTF()),
                        dayIfAny(in));
            case 'U' ->
                new CertificateUse(
                        at,
                        in.readUTF(),
                        DeclarationItem.parse(in.readUTF()),
                        decimal(in),
                        in.readUTF(),
                        LocalDate.parse(in.readUTF()));
            case 'P' -> new ListedParty(at, in.readBoolean(), in.readUTF(), in.readUTF(), in.readUTF(), several(in));
            case 'K' -> new ControlledCode(at, in.readUTF(), in.readUTF(), several(in));
            case 'T' -> new RefundRate(at, in.readUTF(), decimal(in), LocalDate.parse(in.readUTF()), dayIfAny(in));
            default ->
                throw new IllegalStateException("found a row of kind " + kind + ", expected one that is written");
        };
    }

    private static BigDecimal decimal(DataInputStream in) throws IOException {
        return new BigDecimal(in.readUTF());
    }

    private static Optional<LocalDate> dayIfAny(DataInputStream in) throws IOException {
        String day = in.readUTF();
        return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
    }

    private static List<String> several(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
