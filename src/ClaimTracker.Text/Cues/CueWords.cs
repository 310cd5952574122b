using System.Net;
using System.Text;

namespace ClaimTracker.Text.Cues;

/// <summary>Takes the words out of the lines of a cue: tags and signs of style are dropped, speakers are told.</summary>
internal static class CueWords
{
    private const int LongestTag = 200;
    private const int LongestName = 40;

    public static List<CueLine> Of(ReadOnlySpan<string> lines, bool isVtt)
    {
        var found = new List<CueLine>(lines.Length);
        foreach (var line in lines)
        {
            var speaker = default(string);
            var words = WithoutTags(line, isVtt, ref speaker).Trim();
            var isTurn = IsTurn(words, out var rest);
            words = rest;
            if (speaker is null && NameIn(words) is { } name)
            {
                speaker = name;
                words = words[(words.IndexOf(':', StringComparison.Ordinal) + 1)..].TrimStart();
            }

            if (words.Length > 0 || speaker is not null)
            {
                found.Add(new CueLine(words, speaker, isTurn));
            }
        }

        return found;
    }

    /// <summary>Drops &lt;i&gt;, &lt;00:00:01.000&gt;, {\an8}; &lt;v Name&gt; names the speaker.</summary>
    private static string WithoutTags(string line, bool isVtt, ref string? speaker)
    {
        if (line.AsSpan().IndexOfAny("<{&") < 0)
        {
            return line;
        }

        var words = new StringBuilder(line.Length);
        for (var at = 0; at < line.Length; at++)
        {
            var end = line[at] is '<' ? EndOfTag(line, at, '>') : line[at] == '{' && IsStyle(line, at) ? EndOfTag(line, at, '}') : -1;
            if (end < 0)
            {
                words.Append(line[at]);
                continue;
            }

            if (line[at] == '<' && VoiceIn(line.AsSpan(at + 1, end - at - 1)) is { } voice)
            {
                speaker = voice;
            }

            at = end;
        }

        return isVtt ? WebUtility.HtmlDecode(words.ToString()) : words.ToString();
    }

    private static bool IsStyle(string line, int at) => at + 1 < line.Length && line[at + 1] == '\\';

    private static int EndOfTag(string line, int at, char close)
    {
        var length = Math.Min(line.Length - at, LongestTag);
        var isTag = length > 1 && (char.IsAsciiLetterOrDigit(line[at + 1]) || line[at + 1] is '/' or '\\');
        return isTag && line.AsSpan(at, length).IndexOf(close) is > 0 and var end ? at + end : -1;
    }

    private static string? VoiceIn(ReadOnlySpan<char> tag)
    {
        var space = tag.IndexOf(' ');
        return space > 0 && (tag[..space] is "v" || tag.StartsWith("v.", StringComparison.Ordinal))
            ? WebUtility.HtmlDecode(tag[(space + 1)..].Trim().ToString())
            : null;
    }

    /// <summary>"- That's not true!" and ">> Reporter: …" are another's words.</summary>
    private static bool IsTurn(string words, out string rest)
    {
        var marks = words.StartsWith(">>", StringComparison.Ordinal) ? words.AsSpan().TrimStart('>').Length
            : words.Length > 1 && words[0] is '-' or '–' or '—' or '‐' && (words[1] == ' ' || char.IsUpper(words[1])) ? words.Length - 1
            : words.Length;
        rest = words[(words.Length - marks)..].TrimStart();
        return marks < words.Length;
    }

    /// <summary>A name in capitals before a colon: "MAYOR HOLM: We paid."</summary>
    private static string? NameIn(string words)
    {
        var colon = words.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 2 or > LongestName || (colon + 1 < words.Length && words[colon + 1] != ' '))
        {
            return null;
        }

        var letters = 0;
        foreach (var c in words.AsSpan(0, colon))
        {
            if (char.IsLower(c) || !(char.IsLetterOrDigit(c) || c is ' ' or '.' or '-' or '\'' or '’' or '#'))
            {
                return null;
            }

            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters > 1 ? words[..colon] : null;
    }
}
