package dev.customsfeed.publish.documents.page;

import com.fasterxml.jackson.databind.JsonNode;

/** The last months of a feed as a line, from zero; a month that is not known is a gap. */
final class Sparkline {

    private static final int WIDTH = 144;
    private static final int HEIGHT = 32;
    private static final int MARGIN = 3;

    private Sparkline() {}

    /** The line as SVG; its figures stand beside it, so it is hidden from those who cannot see it. */
    static String of(JsonNode months) {
        long most = 1;
        for (JsonNode month : months) {
            most = Math.max(most, month.asLong());
        }
        StringBuilder line = new StringBuilder();
        boolean drawn = false;
        String last = "";
        for (int i = 0; i < months.size(); i++) {
            if (months.get(i).isNull()) {
                drawn = false;
                continue;
            }
            long x = MARGIN + Math.round((double) i * (WIDTH - 2 * MARGIN) / Math.max(1, months.size() - 1));
            long y = HEIGHT - MARGIN - Math.round(months.get(i).asDouble() * (HEIGHT - 2 * MARGIN) / most);
            line.append(drawn ? 'L' : 'M').append(x).append(' ').append(y);
            last = "<circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"2.5\"/>";
            drawn = true;
        }
        return "<svg class=\"spark\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" width=\"" + WIDTH + "\" height=\""
                + HEIGHT + "\" aria-hidden=\"true\" focusable=\"false\"><path d=\"" + line + "\"/>" + last + "</svg>";
    }
}
