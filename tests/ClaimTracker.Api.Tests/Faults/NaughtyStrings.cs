using System.Globalization;

namespace ClaimTracker.Api.Tests.Faults;

/// <summary>Texts that have broken programs. What can be stored comes back as it was; what cannot is refused.</summary>
internal static class NaughtyStrings
{
    /// <summary>Each is a text: it must come back to the byte.</summary>
    public static readonly IReadOnlyList<string> Good =
    [
        // Numbers and words that some program takes for something else.
        "0", "-0", "1e5", "1E400", "1/0", "0x1F", "0b1", "007", "1,000.00", "1.000,00", "NaN", "Infinity", "-Infinity", "null", "NULL",
        "nil", "None", "undefined", "true", "false", "TRUE", "N/A", "[object Object]", "hasOwnProperty", "__proto__", "constructor",
        "9223372036854775808", "-9223372036854775809", "1.7976931348623157e309", "2026-02-30", "12/11/10", "00:00:60",
        "2026-03-29T02:30:00", "1970-01-01T00:00:00Z", "P1Y", "MARCH1", "SEPT2", "1-2", "Null Island",

        // Quotes, brackets and escapes of every language that the text may pass through.
        "'", "\"", "''", "\"\"", "`", "\\", "\\\\", "\\'", "\\\"", "\\0", "\\n", "\\u0000", "\\ud800", "\\x00", "$", "$1", "${1}", "$(id)",
        "`id`", "%", "%s%n%d", "%00", "%2500", "{0}", "{{0}}", "{", "}", "{}", "[", "]", "[]", "(", ")", "<", ">", "&", "&amp;", "&#0;",
        "&lt;b&gt;", ";", "|", "#", "@", "@param", ":x", "?", "*", "/", "//", "../../../etc/passwd", "C:\\CON", "AUX", "~", "~root", "-",
        "--", "-rf", "--help", "/*", "*/", "<!--", "-->", "<![CDATA[", "]]>", "#{1+1}", "{{1+1}}", "<%= 1+1 %>", "{% raw %}", "[[link]]",
        "**bold**",

        // SQL, full-text search and patterns.
        "' or '1'='1", "'; drop table claims; --", "1; select pg_sleep(10)", "\" or \"\"=\"", "admin'--",
        "x' union select key_hash from api_keys --", "_", "%_%", "\\%", "a%' escape '!", "NEAR(a b)", "a AND", "OR b", "NOT", "a NOT b",
        "\"unclosed", "col:value", "text:", "a*", "*a", "^a", "a^2", "(a", "a)", "a -b", "+a", "a & b", "a | b", "!a", "a <-> b", "a:*",
        "'a':A", "(?=(a+)+$)", "(a+)+$", "[a-", "(?<n>", "\\p{L}",

        // Pages and headers.
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "javascript:alert(1)", "\"><b>",
        "' autofocus onfocus=alert(1) '", "<base href=//x>", "</title><b>", "</textarea>", "<iframe srcdoc=x>", "data:text/html,<b>",
        "vbscript:x", "<a href=\" &#14; javascript:x\">", "expression(alert(1))", "a\r\nSet-Cookie: a=b", "a\r\n\r\n<b>",
        "http://169.254.169.254/", "file:///etc/passwd", "\\\\host\\share",

        // Spreadsheets.
        "=1+1", "+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x\",\"y\")", "\t=1", "\r=1", "\uFF1D1", "\uFF0B1",
        "\uFF0D1", "\uFF20A", "a,b", "a;b", "a\tb", "\"a\",\"b\"", "a\nb", "a\r\nb", "'=1", "''=1",

        // White space, also at the ends.
        " a", "a ", "  a  b  ", "\ta\t", "\na\n", "\ra", "a\u00A0b", "\u00A0a\u00A0", "\u2003a", "a\u2028b", "a\u2029b", "\u3000a",
        "a\u1680b", "\u180Ea", "a\u202Fb", "a\u205Fb", "a\u3164b", "a\u2800b", "a\n\n\n\nb", "a\r\r\nb", "a\n\rb",

        // What cannot be seen, and what turns the line around.
        "\uFEFFa", "a\uFEFF", "a\u200Bb", "a\u200Cb", "a\u200Db", "\u200B", "a\u2060b", "a\u00ADb", "a\u034Fb", "a\u061Cb", "a\u200Eb",
        "a\u200Fb", "a\u202Ab", "a\u202Bb", "a\u202Cb", "a\u202Db", "a\u202Eb", "a\u2066b\u2069", "a\u2067b", "a\u2068b",
        "a\uFFF9b\uFFFAc\uFFFB", "a\uFFFCb", "a\uFFFDb", "a\uFE0Fb", "a\uFE0E", "a\U000E0001b", "\U000E0067\U000E0062\U000E007F",
        "a\U000E0100", "a\u115Fb", "a\u17B4b", "a\u206Ab", "a\U0001D173b", "safe\u202Egpj.exe",

        // Letters of the world, whole and in pieces, of the same looks, and of other cases than one expects.
        "\u00E9", "e\u0301", "\u212B", "\u00C5", "A\u030A", "\u1E9E", "\u00DF", "STRASSE", "\u0130", "i\u0307", "\u0131", "I", "\u01C5",
        "\uFB01", "\u017F", "\u03C3\u03C2\u03A3", "\u1F88", "\u0345", "\u0149", "\u1E96", "\u0390", "\uFB20", "\u2126", "\u212A",
        "\u0430\u0435\u043E", "\uFF21", "\u05E9\u05C1\u05DC\u05D5\u05DD", "\u0627\u0644\u0639\u0631\u0628\u064A\u0629",
        "\u0639\u064E\u0631\u064E\u0628\u0650\u064A", "\uFDFA", "\u0643\u0640\u0640\u0640", "\u06CC\u200C", "\u0928\u093F",
        "\u0915\u094D\u200D\u0937", "\u0BA8\u0BBF", "\u0E01\u0E33", "\u0E40\u0E40", "\u0F68\u0F72", "\u1780\u17D2\u1798", "\u1019\u103C",
        "\u0D4D\u200D", "\u4E2D\u6587", "\u65E5\u672C\u8A9E", "\uD55C\uAD6D\uC5B4", "\u1112\u1161\u11AB", "\uFF76\uFF9E", "\u304B\u3099",
        "\u30AC", "\u8AA4\uFE00", "\u9AA8", "\u2F00", "\U00020000", "\U00020BB7", "\U0002F800", "\uE000", "\U000F0000", "\U0010FFFD",
        "\U00010400", "\U0001D5D4", "\U00012000", "\U00016F00",
        "a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A\u030B\u030C\u030D\u030E", "\u0301", "\u0301a",
        "Z\u0351\u036B\u0343A\u0334L\u0341G\u0322O", "\u0488a", "a\u20DD", "\u1AB0",

        // Pictures that are one, and those that fall apart.
        "\U0001F600", "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466", "\U0001F44D\U0001F3FF", "\U0001F3FF",
        "\U0001F1E9\U0001F1EA", "\U0001F1E9", "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", "1\uFE0F\u20E3",
        "\u2764\uFE0F\u200D\U0001F525", "\u2603", "\U0001FAE0", "\u00A9\uFE0E", "\U0001F9D1\u200D\U0001F680", "\u203D", "\u2026", "\u2014",
        "\u2212", "\u066A", "\u2044", "\u00BD", "\u00B2", "\u2460", "\u2168", "\u0663", "\u09EA", "\u0BF0", "\u3007", "\uFF11", "\u00AA",
        "\u20AC", "\u00A4", "\uFE69", "\u201Cquoted\u201D", "\u201Elow\u201C", "\u00ABangled\u00BB", "\u300Ccorner\u300D",
        "\u2018single\u2019", "\u02BB", "\u05F3",
        new('a', 90), string.Concat(Enumerable.Repeat("\U0001F600", 90)), string.Concat(Enumerable.Repeat("e\u0301", 45)), new('\'', 90),
        new('"', 90), new('\\', 90), new('%', 90), new('\u202E', 90), "x" + new string('\u0301', 89), new('(', 90),
        new('*', 90), new('<', 90), new('{', 90),
    ];

    /// <summary>Each holds a character that no text may hold, as it stands in JSON.</summary>
    public static readonly IReadOnlyList<string> Bad =
    [
        .. Enumerable.Range(0, 0x20).Where(static c => c is not ('\t' or '\n' or '\r')).Select(Escaped),
        .. Enumerable.Range(0x7F, 0x21).Select(Escaped),
        .. Enumerable.Range(0xFDD0, 0x20).Select(Escaped),
        Escaped(0xFFFE), Escaped(0xFFFF), @"a\ud83f\udffe", @"a\ud83f\udfff", @"a\udbff\udffe", @"a\udbff\udfff",
        @"a\ud800", @"\udc00a", @"a\udc00\ud800", @"a\ud83d", @"a\ud83dx\ude00", @"\ud800\ud800\udc00",
    ];

    /// <summary>
    /// The good ones put together, ninety characters at most a piece: so long a text fits into every field but a language.
    /// </summary>
    public static readonly IReadOnlyList<string> Pieces = [.. Packed(90)];

    private static string Escaped(int c) => $@"a\u{c.ToString("x4", CultureInfo.InvariantCulture)}b";

    private static IEnumerable<string> Packed(int most)
    {
        var piece = "";
        foreach (var text in Good)
        {
            if (piece.Length > 0 && Length(piece) + 1 + Length(text) > most)
            {
                yield return piece;
                piece = "";
            }

            piece += piece.Length == 0 ? text : " " + text;
        }

        yield return piece;
    }

    private static int Length(string text) => text.EnumerateRunes().Count();
}
