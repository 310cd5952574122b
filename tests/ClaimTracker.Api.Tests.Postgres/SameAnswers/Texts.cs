namespace ClaimTracker.Api.Tests.SameAnswers;

/// <summary>Texts as long as they may be.</summary>
internal static class Texts
{
    public static string Url(string start) =>
        start + string.Concat(Enumerable.Range(0, 2_048 - start.Length).Select(static i => (char)('a' + (i * i / 7 % 26))));

    /// <summary>Han characters in an order that no compression shortens to what an index can hold.</summary>
    public static string Han(int length, int seed = 1) =>
        string.Concat(Enumerable.Range(1, length).Select(i => (char)(0x4E00 + (int)((long)i * i * 7_919 * seed / 13 % 20_000))));
}
