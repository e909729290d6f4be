package dev.customsfeed.verify.report;

import dev.customsfeed.verify.rules.Code;
import dev.customsfeed.verify.rules.Finding;
import dev.customsfeed.verify.rules.Subject;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A finding in words: what the files say, where they contradict each other, what is due.
 *
 * @param en in English
 * @param zh in Chinese
 */
public record FindingText(String en, String zh) {

    /** Says it. */
    public static FindingText of(Finding finding) {
        Words words = new Words(finding);
        return switch (finding.code()) {
            case DECLARATION_UNKNOWN ->
                finding.subject().kind() == Subject.Kind.REFUND
                        ? words.say(
                                "A refund of %I is dated {day}; no file that was uploaded has this declaration item. Correct the"
                                        + " number, or upload the declaration.",
                                "%I有日期为{day}的退税记录，已上传的文件中没有该报关单项。请更正编号，或上传该报关单。")
                        : words.say(
                                "%S names %I, dated {day}; no file that was uploaded has this declaration item. Correct the number,"
                                        + " or upload the declaration.",
                                "%S指向%I（日期{day}），已上传的文件中没有该报关单项。请更正编号，或上传该报关单。");
            case DECLARATION_PENDING ->
                words.has("expired", "true")
                        ? words.say(
                                "%S names %I; the file that had it may have been deleted for its age. It cannot be compared.",
                                "%S指向%I，载有该项的文件可能已过保存期，无法核对。")
                        : words.say(
                                "%S names %I, dated {day}, after the newest file of declarations. It is pending until a newer one is"
                                        + " uploaded.",
                                "%S指向%I（日期{day}），晚于最新的报关单文件，待上传新文件后核对。");
            case ENTERPRISE_DIFFERS ->
                words.say(
                        "%S is of enterprise {found}; %I was declared by {declared}.",
                        "%S的企业为{found}，而%I的申报企业为{declared}。");
            case COMMODITY_DIFFERS ->
                words.isError()
                        ? words.say(
                                "%S is about commodity {found}; %I was declared as {declared}. The first eight digits differ.",
                                "%S的商品编号为{found}，而%I申报为{declared}，前八位不同。")
                        : words.say(
                                "%S is about commodity {found}; %I was declared as {declared}. Only the last two digits differ:"
                                        + " look which is right.",
                                "%S的商品编号为{found}，而%I申报为{declared}，仅末两位不同，请核实。");
            case UNIT_DIFFERS ->
                finding.details().containsKey("certified")
                        ? words.say(
                                "%S is in {certified}, and its use in {found}. Their quantities are not compared.",
                                "%S的单位为{certified}，而使用记录的单位为{found}，不比较数量。")
                        : words.say(
                                "%S is in {found}, and %I in {declared}. No quantity of the item is compared.",
                                "%S的单位为{found}，而%I的单位为{declared}，该项的数量均不比较。");
            case CERTIFICATES_EXCEED_DECLARED ->
                words.say(
                        "With %S, return certificates of %I come to {certified} {unit}: {excess} {unit} more than the {declared}"
                                + " {unit} declared.%O",
                        "计入%S后，%I的退运证明合计{certified} {unit}，超出申报数量{declared} {unit}达{excess} {unit}。%O");
            case CERTIFICATE_REPEATED ->
                words.say(
                        "%S stands in one file with {contents} contents. None of them is compared until one is left.",
                        "%S在同一文件中有{contents}种不同内容，只留一种之前均不核对。");
            case NOT_REFUNDED_BUT_PAID ->
                words.say(
                        "%S says that tax was not refunded; {paid} {currency} had been paid for {refunded} of %I when it was issued."
                                + " Of this, {due} {currency} fall on the {quantity} that it is about, and are due.",
                        "%S载明未退税，但出具时%I已就数量{refunded}退税{paid} {currency}。按证明数量{quantity}计，应补{due} {currency}。");
            case REPAID_TOO_LITTLE ->
                words.say(
                        "%S says that {repaid} {currency} were repaid. Of {paid} {currency} paid for {refunded} of %I, {due}"
                                + " {currency} fall on the {quantity} that it is about: {short} {currency} are short.",
                        "%S载明已补税{repaid} {currency}。%I已就数量{refunded}退税{paid} {currency}，按证明数量{quantity}计应补{due}"
                                + " {currency}，尚差{short} {currency}。");
            case REFUND_EXCEEDS_BALANCE ->
                words.say(
                        "Tax is refunded for {refunded} {unit} of %I and repaid for {repaid}; {returned} {unit} of {declared}"
                                + " declared come back. That is {excess} {unit} more than the item has.",
                        "%I申报{declared} {unit}，退运{returned} {unit}，已退税数量{refunded}，已补税数量{repaid}，超出{excess} {unit}。");
            case REFUND_OF_UNREFUNDABLE ->
                words.say(
                        "%S concerns commodity {hs}, exported on {exported}, whose refund rate that was uploaded is {rate} per cent."
                                + " Look whether the commodity code is right.",
                        "%S涉及商品编号{hs}，出口日期{exported}，已上传的退税率为{rate}%%。请核实商品编号。");
            case DECLARATION_CANCELLED ->
                words.say(
                        "A refund of %I is dated {claimed}, after certificate {certificate} of {issued} for the cancellation of the"
                                + " declaration.",
                        "%I的退税日期为{claimed}，晚于{issued}出具的撤单证明{certificate}。");
            case USE_WITHOUT_CERTIFICATE ->
                finding.details().containsKey("voided")
                        ? words.say(
                                "%S is void since {voided}, and was used on {used} for {imports}.",
                                "%S已于{voided}作废，却于{used}用于{imports}。")
                        : words.say(
                                "%S was used on {used} for {imports}; no file that was uploaded has the certificate.",
                                "%S于{used}用于{imports}，已上传的文件中没有该证明。");
            case USE_PENDING ->
                words.say(
                        "%S was used on {used} for {imports}, after the newest file of certificates. It is pending until a newer one"
                                + " is uploaded.",
                        "%S于{used}用于{imports}，晚于最新的证明文件，待上传新文件后核对。");
            case USED_BEFORE_ISSUED ->
                words.say("%S was used on {used}, before it was issued on {issued}.", "%S于{used}使用，早于开具日期{issued}。");
            case VOIDED_AFTER_USE ->
                words.say(
                        "%S became void on {voided} although it was used on {used}. A certificate that was used may not be voided.",
                        "%S于{used}已使用，却于{voided}作废。已使用的证明不得作废。");
            case REISSUED_AFTER_USE ->
                words.say(
                        "%S was issued on {issued} for the same item and quantity as certificate {former}, which was used on {used} and"
                                + " is void. A certificate that was used may not be reissued.",
                        "%S于{issued}开具，与已作废的证明{former}同项同量，而后者已于{used}使用。已使用的证明不得重新开具。");
            case USES_EXCEED_CERTIFICATE ->
                words.say(
                        "%S is about {certified} {unit}, and was used for {used} {unit}: {excess} {unit} more.",
                        "%S数量为{certified} {unit}，已使用{used} {unit}，超出{excess} {unit}。");
            case RETURNED_LATE ->
                words.say(
                        "%S was used on {used}; %I was exported on {exported}, and {months} months end on {limit}. Look whether the"
                                + " return is free of tax.",
                        "%S于{used}使用；%I出口于{exported}，{months}个月期限至{limit}止。请核实能否免税退运。");
            case DECLARED_TWICE ->
                words.say(
                        "%S and others have the same enterprise, commodity, quantity ({quantity} {unit}), value and day of export"
                                + " ({exported}).%O Equal lots exist: look whether one was declared twice.",
                        "%S与他项的企业、商品、数量（{quantity} {unit}）、金额和出口日期（{exported}）均相同。%O 相同货物可能存在，请核实是否重复申报。");
            case CERTIFICATE_UNUSED ->
                words.say(
                        "%S was issued on {issued}, {days} days or more before the newest file that was uploaded, and no file has a use"
                                + " of it.",
                        "%S于{issued}开具，距最新上传文件已满{days}天，尚无使用记录。");
            case LISTED_PARTY ->
                words.say(
                        "To review: the consignee \"{consignee}\" of %I is number {number}, \"{listed}\", of a {list} list as of {asOf}."
                                + " Without legal forms, case and punctuation both are: {words}.",
                        "待复核：%I的收货人“{consignee}”与名单（{list}，{asOf}）第{number}号“{listed}”一致，去除企业形式、大小写和标点后均为：{words}。");
            case POSSIBLE_PARTY ->
                words.say(
                        "To review: the consignee \"{consignee}\" of %I has all words of number {number}, \"{listed}\", of a {list} list"
                                + " as of {asOf}: {words}.",
                        "待复核：%I的收货人“{consignee}”含名单（{list}，{asOf}）第{number}号“{listed}”的全部词语：{words}。");
            case CONTROLLED_CODE ->
                words.say(
                        "To review: commodity {hs} of %I begins with {prefix} of a list of controls as of {asOf}: {condition}. Is there a"
                                + " licence?",
                        "待复核：%I的商品编号{hs}以管制清单（{asOf}）的{prefix}开头：{condition}。是否有许可证？");
            case DESTINATION_DIFFERS -> words.destination();
        };
    }

    /** Fills sentences in. */
    private record Words(Finding finding) {

        private boolean has(String name, String value) {
            return value.equals(finding.details().get(name));
        }

        private boolean isError() {
            return finding.level() == dev.customsfeed.verify.rules.Level.ERROR;
        }

        private FindingText destination() {
            String forwarderEn = " The consignee \"{consignee}\" is named like a forwarder.";
            String forwarderZh = "收货人“{consignee}”名称似货运代理。";
            boolean differ = has("differ", "true");
            boolean forwarder = has("forwarder", "true");
            return say(
                    "To review: %I."
                            + (differ
                                    ? " The goods arrive in {destination}, and their final destination is {finalDestination}."
                                    : "")
                            + (forwarder ? forwarderEn : ""),
                    "待复核：%I。"
                            + (differ ? "运抵国为{destination}，最终目的国为{finalDestination}。" : "")
                            + (forwarder ? forwarderZh : ""));
        }

        private FindingText say(String en, String zh) {
            return new FindingText(fill(en, true), fill(zh, false));
        }

        private String fill(String sentence, boolean english) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < sentence.length(); i++) {
                char sign = sentence.charAt(i);
                if (sign == '%') {
                    text.append(special(sentence.charAt(++i), english));
                } else if (sign == '{') {
                    int end = sentence.indexOf('}', i);
                    text.append(finding.details().getOrDefault(sentence.substring(i + 1, end), ""));
                    i = end;
                } else {
                    text.append(sign);
                }
            }
            return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
        }

        private String special(char which, boolean english) {
            return switch (which) {
                case 'S' -> subject(finding.subject(), english);
                case 'I' ->
                    finding.item()
                            .map(item -> (english ? "declaration item " : "报关单项") + item)
                            .orElse("");
                case 'O' ->
                    finding.others().isEmpty()
                            ? ""
                            : (english ? " The others: " : "其他：")
                                    + finding.others().stream()
                                            .map(other -> subject(other, english))
                                            .collect(Collectors.joining(english ? ", " : "、"))
                                    + (english ? "." : "。");
                default -> String.valueOf(which);
            };
        }

        private static String subject(Subject subject, boolean english) {
            Map<Subject.Kind, String> names = english
                    ? Map.of(
                            Subject.Kind.CERTIFICATE, "certificate ",
                            Subject.Kind.DECLARATION, "declaration item ",
                            Subject.Kind.REFUND, "the refund of ")
                    : Map.of(
                            Subject.Kind.CERTIFICATE, "证明",
                            Subject.Kind.DECLARATION, "报关单项",
                            Subject.Kind.REFUND, "退税记录");
            return names.get(subject.kind()) + subject.id();
        }
    }

    /** What a level is called. */
    static FindingText level(String level) {
        return switch (level) {
            case "error" -> new FindingText("Error", "错误");
            case "check" -> new FindingText("To check", "待查");
            case "info" -> new FindingText("For information", "提示");
            default -> new FindingText("Pending", "待核");
        };
    }

    /** What whoever acts is called. */
    static FindingText actor(String actor) {
        return Map.of(
                        Code.Actor.EXPORTER.id(), new FindingText("The exporter, or who declares for it", "出口企业或其代理"),
                        Code.Actor.TAX_AUTHORITY.id(), new FindingText("The tax authority", "税务机关"),
                        Code.Actor.CUSTOMS.id(), new FindingText("Customs", "海关"),
                        Code.Actor.UPLOADER.id(), new FindingText("Whoever made the file", "文件提供人"))
                .getOrDefault(actor, new FindingText("Nobody yet", "暂无需处理"));
    }
}
