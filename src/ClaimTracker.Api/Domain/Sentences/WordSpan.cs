namespace ClaimTracker.Api.Domain.Sentences;

/// <summary>The rule of a span that may be a quote.</summary>
internal static class SpanRules
{
    /// <summary>Words that are quoted from a sentence: without the numbers that say the same.</summary>
    public static void WordsOrNumbers<T>(this IRuleBuilderInitial<T, string?> rule, Func<T, int?> number) => rule
        .Optional(Limits.ClaimText)
        .Must((request, words) => words is null || number(request) is null)
        .WithMessage("must be left out if spanStart and spanEnd are given");
}

/// <summary>The place of some words of a sentence, in code points from its start.</summary>
internal sealed record WordSpan(int Start, int End)
{
    /// <returns>Null if the sentence does not have the words, or has them more than once.</returns>
    public static WordSpan? Find(string sentence, string words)
    {
        var at = sentence.IndexOf(words, StringComparison.Ordinal);
        if (at < 0 || sentence.IndexOf(words, at + 1, StringComparison.Ordinal) >= 0)
        {
            return null;
        }

        var start = CodePoints.Count(sentence.AsSpan(0, at));
        return new WordSpan(start, start + CodePoints.Count(words));
    }
}
