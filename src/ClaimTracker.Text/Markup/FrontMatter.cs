using System.Globalization;
using ClaimTracker.Text.Dates;

namespace ClaimTracker.Text.Markup;

/// <summary>The facts that stand above a Markdown text, between lines of dashes (YAML) or plus signs (TOML).</summary>
/// <param name="Title">The title.</param>
/// <param name="Author">The author, or several with commas.</param>
/// <param name="Date">The day of publication.</param>
/// <param name="Language">A language tag.</param>
/// <param name="End">Where the text begins, in UTF-16 units; 0 if there are no such facts.</param>
internal sealed record FrontMatter(string? Title, string? Author, DateOnly? Date, string? Language, int End)
{
    /// <summary>In lines. What is longer is text between two rules.</summary>
    private const int MostLines = 200;

    private static readonly FrontMatter None = new(null, null, null, null, 0);

    /// <summary>Reads the facts of a text. Lines that are no facts make all of it text.</summary>
    public static FrontMatter Of(string text)
    {
        var at = text.StartsWith('\uFEFF') ? 1 : 0;
        var first = LineAt(text, at, out var next).TrimEnd().ToString();
        if (first is not ("---" or "+++"))
        {
            return None;
        }

        var facts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var (name, separator) = ("", first == "---" ? ':' : '=');
        for (var count = 0; next < text.Length && count < MostLines; count++)
        {
            var line = LineAt(text, next, out next).TrimEnd();
            if (line.SequenceEqual(first) || (first == "---" && line is "..."))
            {
                return count == 0 ? None : Of(facts, next);
            }

            if (!TakeFact(line, separator, facts, ref name))
            {
                return None;
            }
        }

        return None;
    }

    private static bool TakeFact(ReadOnlySpan<char> line, char separator, Dictionary<string, string> facts, ref string name)
    {
        if (line.IsEmpty || line[0] == '#' || (line[0] == '[' && separator == '='))
        {
            return true;
        }

        if (char.IsWhiteSpace(line[0]) || line.StartsWith("- "))
        {
            if (name.Length > 0)
            {
                var item = Plain(line.Trim().TrimStart('-').Trim());
                var before = facts[name];
                facts[name] = before.Length == 0 ? item : $"{before}, {item}";
            }

            return name.Length > 0;
        }

        var colon = line.IndexOf(separator);
        if (colon <= 0 || line[..colon].ContainsAnyExcept(NameMarks) || (colon + 1 < line.Length && !char.IsWhiteSpace(line[colon + 1])))
        {
            return false;
        }

        name = line[..colon].Trim().ToString();
        var value = line[(colon + 1)..].Trim();
        facts[name] = value is "|" or ">" or "|-" or ">-" ? "" : Plain(value);
        return true;
    }

    private static readonly System.Buffers.SearchValues<char> NameMarks =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-. ");

    private static FrontMatter Of(Dictionary<string, string> facts, int end)
    {
        var language = One(facts, "language") ?? One(facts, "lang") ?? One(facts, "locale");
        return new FrontMatter(
            One(facts, "title"),
            One(facts, "author") ?? One(facts, "authors") ?? One(facts, "byline"),
            DateOf(One(facts, "date") ?? One(facts, "published") ?? One(facts, "pubDate") ?? "", language),
            language,
            end);
    }

    private static string? One(Dictionary<string, string> facts, string name) =>
        facts.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private static DateOnly? DateOf(string value, string? language) =>
        value.Length >= 10
        && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : DateReader.Find(value, language ?? "en");

    /// <summary>A value without its quotes, or the items of [a, b].</summary>
    private static string Plain(ReadOnlySpan<char> value)
    {
        if (value.Length > 1 && value[0] == '[' && value[^1] == ']')
        {
            return string.Join(", ", value[1..^1].ToString().Split(',').Select(static item => Plain(item.AsSpan().Trim())));
        }

        var quoted = value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0];
        return (quoted ? value[1..^1] : value).Trim().ToString();
    }

    private static ReadOnlySpan<char> LineAt(string text, int start, out int next)
    {
        var rest = text.AsSpan(start);
        var end = rest.IndexOf('\n');
        next = end < 0 ? text.Length : start + end + 1;
        return end < 0 ? rest : rest[..end];
    }
}
