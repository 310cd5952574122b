using System.Buffers;

namespace ClaimTracker.Text.Html;

/// <summary>
/// Looks at a page before a tree is built of it, in one pass: a tag with 500,000 attributes cost 10 seconds, and a tree takes up to 100
/// bytes for each character of text.
/// </summary>
internal static class PageLimits
{
    /// <summary>Attributes of one tag: each is compared with those before it.</summary>
    public const int MostAttributes = 1_000;

    /// <summary>Attributes of all tags.</summary>
    public const int MostAttributesInAll = 600_000;

    /// <summary>Characters outside of tags, scripts and white space. The longest articles have two million.</summary>
    public const int MostText = 4_000_000;

    private const string Space = " \t\r\n\f";

    private static readonly SearchValues<char> EndsOfTagName = SearchValues.Create(Space + "/>");
    private static readonly SearchValues<char> EndsOfName = SearchValues.Create(Space + "/>=");
    private static readonly SearchValues<char> EndsOfValue = SearchValues.Create(Space + ">");

    // What is inside of these is text to the parser, up to the end tag.
    private static readonly string[] RawElements =
        ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

    /// <exception cref="ArticleReadException">The page has more of something than any article.</exception>
    public static void Require(ReadOnlySpan<char> html)
    {
        var (text, attributes) = (0, 0);
        while (!html.IsEmpty)
        {
            var tag = html.IndexOf('<');
            var before = tag < 0 ? html : html[..tag];
            text += Visible(before);
            if (text > MostText)
            {
                throw new ArticleReadException($"The page has more than {MostText:N0} characters of text.");
            }

            html = tag < 0 ? [] : AfterMarkup(html[tag..], ref attributes);
            if (attributes > MostAttributesInAll)
            {
                throw new ArticleReadException($"The page has more than {MostAttributesInAll:N0} attributes.");
            }
        }
    }

    private static int Visible(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsWhiteSpace(c) ? 0 : 1;
        }

        return count;
    }

    /// <summary>Skips a comment, a tag with what is raw inside of it, or a lone angle bracket.</summary>
    private static ReadOnlySpan<char> AfterMarkup(ReadOnlySpan<char> html, scoped ref int attributes)
    {
        if (html.StartsWith("<!--"))
        {
            return After(html[4..], "-->");
        }

        if (html.Length < 2 || !char.IsAsciiLetter(html[1]))
        {
            return html[1..];
        }

        var name = html[1..];
        var length = name.IndexOfAny(EndsOfTagName);
        name = length < 0 ? name : name[..length];
        var rest = AfterTag(html[(1 + name.Length)..], ref attributes);
        foreach (var raw in RawElements)
        {
            if (name.Equals(raw, StringComparison.OrdinalIgnoreCase))
            {
                var end = rest.IndexOf($"</{raw}", StringComparison.OrdinalIgnoreCase);
                return end < 0 ? [] : rest[(end + 2)..];
            }
        }

        return rest;
    }

    private static ReadOnlySpan<char> AfterTag(ReadOnlySpan<char> tag, scoped ref int attributes)
    {
        for (var own = 0; !tag.IsEmpty;)
        {
            tag = tag.TrimStart(Space + "/");
            if (tag.IsEmpty || tag[0] == '>')
            {
                return tag.IsEmpty ? tag : tag[1..];
            }

            if (++own > MostAttributes)
            {
                throw new ArticleReadException($"A tag of the page has more than {MostAttributes:N0} attributes.");
            }

            attributes++;
            tag = AfterAttribute(tag);
        }

        return tag;
    }

    private static ReadOnlySpan<char> AfterAttribute(ReadOnlySpan<char> tag)
    {
        var name = tag[1..].IndexOfAny(EndsOfName) is var end and >= 0 ? tag[(end + 1)..] : [];
        var value = name.TrimStart(Space);
        if (value.IsEmpty || value[0] != '=')
        {
            return name;
        }

        value = value[1..].TrimStart(Space);
        return value switch
        {
            [] => value,
            ['"', ..] => After(value[1..], "\""),
            ['\'', ..] => After(value[1..], "'"),
            _ => value.IndexOfAny(EndsOfValue) is var close and >= 0 ? value[close..] : [],
        };
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, ReadOnlySpan<char> end) =>
        text.IndexOf(end) is var at and >= 0 ? text[(at + end.Length)..] : [];
}
