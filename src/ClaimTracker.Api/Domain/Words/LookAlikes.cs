using System.Globalization;
using System.Text;

namespace ClaimTracker.Api.Domain.Words;

/// <summary>The skeleton of a text (UTS #39): texts with the same one look the same. Its table is look-alikes.txt.</summary>
internal static class LookAlikes
{
    private const string File = "Words/look-alikes.txt";

    private static readonly Dictionary<Rune, Rune> Table = Read();

    /// <summary>The text without what cannot be seen, and with one letter for all that look like it.</summary>
    public static string SkeletonOf(string text) => string.Concat(
        WithoutInvisible(text, NormalizationForm.FormKD).Select(static rune => Table.GetValueOrDefault(rune, rune)));

    /// <summary>The characters of a compatibility form that can be seen.</summary>
    public static IEnumerable<Rune> WithoutInvisible(string text, NormalizationForm form) =>
        text.Normalize(form).EnumerateRunes().Where(static rune => !IsInvisible(rune));

    // Characters of Unicode's Default_Ignorable_Code_Point that are assigned, and all that only format.
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x3164
            or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xE0000 and <= 0xE0FFF);

    private static Dictionary<Rune, Rune> Read()
    {
        using var file = new StreamReader(typeof(LookAlikes).Assembly.GetManifestResourceStream(File)!);
        var table = new Dictionary<Rune, Rune>();
        while (file.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Split(' ') is [[var one], .. var others])
            {
                foreach (var other in others)
                {
                    table.Add(new Rune(int.Parse(other, NumberStyles.HexNumber, CultureInfo.InvariantCulture)), new Rune(one));
                }
            }
        }

        return table;
    }
}
