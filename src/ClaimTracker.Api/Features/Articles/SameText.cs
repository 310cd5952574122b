using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>Tells whether two texts are the same but for what programs change on the way: line ends, a byte order mark, the end.</summary>
internal static class SameText
{
    private const char Mark = '\uFEFF';

    /// <summary>SHA-256 of a text as UTF-8, in lower-case hex.</summary>
    public static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The digests of a text and of those that are the same.</summary>
    public static IReadOnlyList<string> DigestsOf(string text, string digest)
    {
        var plain = Plain(text);
        var wide = plain.Replace("\n", "\r\n", StringComparison.Ordinal);
        return
        [
            .. new[]
            {
                plain, plain + "\n", Mark + plain, Mark + plain + "\n", wide, wide + "\r\n", Mark + wide, Mark + wide + "\r\n",
            }.Distinct(StringComparer.Ordinal).Where(one => one != text).Select(DigestOf).Prepend(digest),
        ];
    }

    /// <summary>What differs between two such texts; null if they are equal.</summary>
    public static string? Difference(string known, string sent)
    {
        var differences = new List<string>();
        if (known.StartsWith(Mark) != sent.StartsWith(Mark))
        {
            differences.Add("byte order mark");
        }

        if (known.Contains('\r', StringComparison.Ordinal) != sent.Contains('\r', StringComparison.Ordinal))
        {
            differences.Add("line ends");
        }

        if (known.EndsWith('\n') != sent.EndsWith('\n'))
        {
            differences.Add("end of text");
        }

        return known == sent ? null : differences.Count == 0 ? "line ends" : string.Join(", ", differences);
    }

    private static string Plain(string text)
    {
        var plain = text.TrimStart(Mark).ReplaceLineEndings("\n");
        return plain.EndsWith('\n') ? plain[..^1] : plain;
    }
}
