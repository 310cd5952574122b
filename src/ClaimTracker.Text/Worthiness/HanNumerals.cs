namespace ClaimTracker.Text.Worthiness;

/// <summary>Numbers in Chinese numerals.</summary>
internal static class HanNumerals
{
    private const string Digits = "一二三四五六七八九两兩〇零";
    private const string Powers = "十百千万萬亿億兆";

    /// <summary>Characters behind a single digit that make a count of it, as in "三人", "五艘".</summary>
    private const string Counted = "人名艘座家所次位倍成隻枚件軒台辆輛";

    private const int DigitsOfYear = 4;

    /// <summary>The length of the number that a run begins with, as in "七百五十万", "二〇二五", "三人"; 0 if there is none.</summary>
    public static int LengthAt(ReadOnlySpan<char> run)
    {
        var (end, digits, powers) = (0, 0, 0);
        while (end < run.Length && (IsDigit(run[end]) || Powers.Contains(run[end], StringComparison.Ordinal)))
        {
            var digit = IsDigit(run[end]);
            (digits, powers, end) = (digits + (digit ? 1 : 0), powers + (digit ? 0 : 1), end + 1);
        }

        return (digits > 0 && powers > 0) || IsYear(run, end) || IsCount(run, end) ? end : 0;
    }

    /// <summary>Checks whether the number that a run begins with is a year, as in "二〇二五年".</summary>
    public static bool IsYear(ReadOnlySpan<char> run, int length) =>
        length == DigitsOfYear && run.Length > length && run[length] == '年' && IsDigit(run[0]) && IsDigit(run[1]);

    private static bool IsCount(ReadOnlySpan<char> run, int length) =>
        length == 1 && run.Length > 1 && IsDigit(run[0]) && Counted.Contains(run[1], StringComparison.Ordinal);

    private static bool IsDigit(char c) => Digits.Contains(c, StringComparison.Ordinal);
}
