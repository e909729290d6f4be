package dev.customsfeed.publish.documents.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes one sheet, row by row below its head; what is not known is an empty cell, which is not zero. */
final class SheetWriter {

    /** A format of numbers, as spreadsheets spell it. */
    enum Format {
        TEXT(""),
        /** Whole sentences, on as many lines as they need. */
        PROSE(""),
        WHOLE("#,##0"),
        /** As many decimals as there are: a number without any would end in a point. */
        DECIMAL("#,##0.###"),
        PERCENT("0.00"),
        /** The first day of a month, shown as the month. */
        MONTH("yyyy-mm");

        private final String pattern;

        Format(String pattern) {
            this.pattern = pattern;
        }

        /** Whether it is one of numbers; months stand to the left, as texts do. */
        private boolean isOfNumbers() {
            return this == WHOLE || this == DECIMAL || this == PERCENT;
        }

        private String patternOf(BigDecimal number) {
            return this == DECIMAL && number.stripTrailingZeros().scale() <= 0 ? WHOLE.pattern : pattern;
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

        static Column prose(String name, int width) {
            return new Column(name, Format.PROSE, width);
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

    /** In points. */
    private static final double LINE_HEIGHT = 15;

    /** Characters from here on are as wide as two others. */
    private static final int FIRST_WIDE = 0x2e80;

    /** Characters across a page. */
    private static final int MOST_ON_A_PAGE = 240;

    /** Written to the file, and out of memory, so many at a time. */
    private static final int BUNDLE = 1_000;

    private final Worksheet sheet;
    private final List<Column> columns;
    /** Numbers of CSV with decimals in columns of some, which have no format yet. */
    private final List<Place> fractions = new ArrayList<>();

    private String lastMonth = "";
    private LocalDate firstDay = LocalDate.EPOCH;
    private int row;
    /** The last row that has its formats. */
    private int formatted;

    private record Place(int row, int column) {}

    /** Begins the sheet {@code name}. */
    SheetWriter(Workbook workbook, String name, List<Column> columns) {
        this.sheet = workbook.newWorksheet(name);
        this.columns = columns;
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width());
            sheet.value(0, i, columns.get(i).name());
            sheet.style(0, i)
                    .bold()
                    .horizontalAlignment(columns.get(i).format().isOfNumbers() ? "right" : "left")
                    .set();
        }
        sheet.freezePane(0, 1);
        print();
    }

    /** On A4, with the head on each page; as wide as the page, unless nobody could read it then. */
    private void print() {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.repeatRows(0);
        if (columns.stream().mapToInt(Column::width).sum() <= MOST_ON_A_PAGE) {
            sheet.setFitToPage(true);
            sheet.fitToWidth((short) 1);
            sheet.fitToHeight((short) 0);
        }
    }

    /** Writes a row: of texts, numbers, and nulls of JSON for what is not known. */
    void row(JsonNode... cells) {
        row++;
        for (int i = 0; i < cells.length; i++) {
            cell(i, cells[i], columns.get(i).format());
        }
        int lines = lines(cells);
        if (lines > 1) {
            sheet.rowHeight(row, Math.min(lines * LINE_HEIGHT, Worksheet.MAX_ROW_HEIGHT));
        }
        formatted = row;
        flushSome();
    }

    /** How many lines the longest prose of a row takes: not every spreadsheet finds that out by itself. */
    private int lines(JsonNode... cells) {
        int most = 1;
        for (int i = 0; i < cells.length; i++) {
            Column column = columns.get(i);
            if (column.format() == Format.PROSE) {
                int wide = cells[i].asText()
                        .codePoints()
                        .map(character -> character < FIRST_WIDE ? 1 : 2)
                        .sum();
                most = Math.max(most, (wide + column.width() - 1) / column.width());
            }
        }
        return most;
    }

    /** Writes a sentence, whatever the first column is of. */
    void sentence(String text) {
        format();
        row++;
        sheet.value(row, 0, text);
        formatted = row;
    }

    /** Writes what a figure is called, and the figure in a format of its own. */
    void figure(JsonNode name, JsonNode figure, Format format) {
        row++;
        cell(0, name, Format.TEXT);
        cell(1, figure, format);
        formatted = row;
    }

    private void cell(int column, JsonNode cell, Format format) {
        if (cell.isNumber()) {
            sheet.value(row, column, cell.decimalValue());
            if (format.isOfNumbers()) {
                sheet.style(row, column)
                        .format(format.patternOf(cell.decimalValue()))
                        .set();
            }
        } else if (!cell.isNull() && !cell.isMissingNode() && !cell.asText().isEmpty()) {
            if (format == Format.MONTH) {
                month(column, cell.asText());
                return;
            }
            sheet.value(row, column, cell.asText());
            if (format == Format.PROSE) {
                sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
            }
        }
    }

    /** Of a month that stands in hundreds of rows below each other. */
    private LocalDate firstDay(String month) {
        if (!month.equals(lastMonth)) {
            lastMonth = month;
            firstDay = YearMonth.parse(month).atDay(1);
        }
        return firstDay;
    }

    private void month(int column, String month) {
        sheet.value(row, column, firstDay(month));
        sheet.style(row, column)
                .format(Format.MONTH.pattern)
                .horizontalAlignment("left")
                .set();
    }

    /** Writes a row of a CSV file: fields of columns that have a format of numbers are numbers, months are dates. */
    void csv(List<String> fields) {
        row++;
        for (int i = 0; i < columns.size(); i++) {
            String field = fields.get(i);
            if (!field.isEmpty()) {
                Format format = columns.get(i).format();
                switch (format) {
                    case TEXT, PROSE -> sheet.value(row, i, field);
                    case MONTH -> sheet.value(row, i, firstDay(field));
                    case WHOLE, DECIMAL, PERCENT -> {
                        BigDecimal number = new BigDecimal(field);
                        sheet.value(row, i, number);
                        if (format == Format.DECIMAL
                                && !format.patternOf(number).equals(Format.WHOLE.pattern)) {
                            fractions.add(new Place(row, i));
                        }
                    }
                }
            }
        }
        flushSome();
    }

    /** Gives the rows of CSV that have none yet their formats, a column at a time: the library takes as long for one cell as for many. */
    private void format() {
        if (formatted == row) {
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            Format format = columns.get(i).format();
            if (format == Format.MONTH) {
                sheet.range(formatted + 1, i, row, i)
                        .style()
                        .format(format.pattern)
                        .horizontalAlignment("left")
                        .set();
            } else if (format.isOfNumbers()) {
                sheet.range(formatted + 1, i, row, i)
                        .style()
                        .format(format == Format.DECIMAL ? Format.WHOLE.pattern : format.pattern)
                        .set();
            }
        }
        fractions.forEach(place -> sheet.style(place.row(), place.column())
                .format(Format.DECIMAL.pattern)
                .set());
        fractions.clear();
        formatted = row;
    }

    private void flushSome() {
        if (row % BUNDLE == 0) {
            format();
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Ends it. */
    void finish() throws IOException {
        format();
        sheet.finish();
    }
}
