package dev.customsfeed.publish.documents.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes one sheet, row by row below its head; what is not known is an empty cell, which is not zero. */
final class SheetWriter {

    /** A format of numbers, as spreadsheets spell it. */
    enum Format {
        TEXT(""),
        WHOLE("#,##0"),
        DECIMAL("#,##0.###"),
        PERCENT("0.00");

        private final String pattern;

        Format(String pattern) {
            this.pattern = pattern;
        }
    }

    /**
     * A column.
     *
     * @param name its head
     * @param format how its numbers are shown; text where it has none
     * @param width in characters
     */
    record Column(String name, Format format, int width) {

        static Column text(String name, int width) {
            return new Column(name, Format.TEXT, width);
        }

        static Column whole(String name) {
            return new Column(name, Format.WHOLE, 18);
        }

        static Column decimal(String name) {
            return new Column(name, Format.DECIMAL, 18);
        }

        static Column percent(String name) {
            return new Column(name, Format.PERCENT, 12);
        }
    }

    /** What a spreadsheet has, without the head. */
    static final int MOST_ROWS = 1_048_575;

    /** Written to the file, and out of memory, so many at a time. */
    private static final int BUNDLE = 1_000;

    private final Worksheet sheet;
    private final List<Column> columns;
    private int row;

    /** Begins the sheet {@code name}. */
    SheetWriter(Workbook workbook, String name, List<Column> columns) {
        this.sheet = workbook.newWorksheet(name);
        this.columns = columns;
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width());
            sheet.value(0, i, columns.get(i).name());
            sheet.style(0, i).bold().set();
        }
        sheet.freezePane(0, 1);
    }

    /** Writes a row: of texts, numbers, and nulls of JSON for what is not known. */
    void row(JsonNode... cells) {
        row++;
        for (int i = 0; i < cells.length; i++) {
            cell(i, cells[i]);
        }
        flushSome();
    }

    private void cell(int column, JsonNode cell) {
        if (cell.isNumber()) {
            sheet.value(row, column, cell.decimalValue());
            Format format = columns.get(column).format();
            if (format != Format.TEXT) {
                sheet.style(row, column).format(format.pattern).set();
            }
        } else if (!cell.isNull() && !cell.isMissingNode() && !cell.asText().isEmpty()) {
            sheet.value(row, column, cell.asText());
        }
    }

    /** Writes a row of a CSV file: fields of columns that have a format of numbers are numbers. */
    void csv(List<String> fields) {
        row++;
        for (int i = 0; i < columns.size(); i++) {
            String field = fields.get(i);
            Format format = columns.get(i).format();
            if (format == Format.TEXT) {
                if (!field.isEmpty()) {
                    sheet.value(row, i, field);
                }
            } else if (!field.isEmpty()) {
                sheet.value(row, i, new BigDecimal(field));
                sheet.style(row, i).format(format.pattern).set();
            }
        }
        flushSome();
    }

    private void flushSome() {
        if (row % BUNDLE == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Ends it. */
    void finish() throws IOException {
        sheet.finish();
    }
}
