using System.Buffers;
using System.Text;

namespace ClaimTracker.Api.Domain.ImportedReviews;

/// <summary>
/// What the ratings of publishers come to, in words that all share. The table ratings.tsv has the labels that fact-checkers use, in
/// their languages. A label that it lacks is judged by its first words, then by its number; what tells neither is `other`.
/// </summary>
internal static class RatingLabels
{
    private static readonly Lazy<IReadOnlyDictionary<string, NormalisedRating>> ByLabel = new(Read);

    private static readonly SearchValues<char> EndsOfClause = SearchValues.Create(".:;,(\n!|");

    /// <summary>All labels, in the form in which they are compared.</summary>
    public static IEnumerable<string> All => ByLabel.Value.Keys;

    /// <param name="label">The words of the publisher.</param>
    /// <param name="value">The number; null for none.</param>
    /// <param name="best">The number of what is true; null for none.</param>
    /// <param name="worst">The number of what is false; null for none.</param>
    public static NormalisedRating Normalise(string? label, double? value, double? best, double? worst)
    {
        var key = KeyOf(label ?? "");
        return Find(key) ?? Find(FirstClause(label ?? "")) ?? OfNumber(value, best, worst) ?? NormalisedRating.Other;
    }

    private static NormalisedRating? Find(string key) => ByLabel.Value.TryGetValue(key, out var known) ? known : null;

    // "False. The picture shows another town", "Falso: ...", "Misleading - ...".
    private static string FirstClause(string label)
    {
        var end = label.AsSpan().IndexOfAny(EndsOfClause);
        var dash = label.IndexOf(" - ", StringComparison.Ordinal) is >= 0 and var hyphen ? hyphen
            : label.AsSpan().IndexOfAny('\u2013', '\u2014', '\u3002');
        var cut = (end, dash) switch
        {
            ( < 0, < 0) => label.Length,
            ( < 0, _) => dash,
            (_, < 0) => end,
            _ => Math.Min(end, dash),
        };
        return KeyOf(label[..cut]);
    }

    // Five steps, the two ends being whole. A scale that runs the other way, or has no length, tells nothing.
    private static NormalisedRating? OfNumber(double? value, double? best, double? worst) =>
        best > worst && value >= worst && value <= best
            ? ((value - worst) / (best - worst)) switch
            {
                >= 0.95 => NormalisedRating.True,
                >= 0.65 => NormalisedRating.MostlyTrue,
                > 0.35 => NormalisedRating.Mixed,
                > 0.05 => NormalisedRating.MostlyFalse,
                _ => NormalisedRating.False,
            }
            : null;

    /// <summary>Lower case, letters and digits of any script, with single spaces between words.</summary>
    private static string KeyOf(string label)
    {
        var key = new StringBuilder(label.Length);
        foreach (var c in label.Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark)
            {
                key.Append(c);
            }
            else if (key is [.., not ' '] && c != '\'')
            {
                key.Append(' ');
            }
        }

        return key.ToString().TrimEnd();
    }

    private static Dictionary<string, NormalisedRating> Read()
    {
        using var stream = typeof(RatingLabels).Assembly.GetManifestResourceStream("ImportedReviews/ratings.tsv")!;
        using var reader = new StreamReader(stream);
        var labels = new Dictionary<string, NormalisedRating>(StringComparer.Ordinal);
        foreach (var line in reader.ReadToEnd().Split('\n').Select(static line => line.TrimEnd('\r')))
        {
            if (line.Length > 0 && line[0] != '#' && line.Split('\t') is [var word, _, var list])
            {
                foreach (var label in list.Split('|'))
                {
                    labels.Add(KeyOf(label), EnumWords.Parse<NormalisedRating>(word));
                }
            }
        }

        return labels;
    }
}
