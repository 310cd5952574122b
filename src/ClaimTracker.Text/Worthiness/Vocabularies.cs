using System.Collections.Frozen;

namespace ClaimTracker.Text.Worthiness;

/// <summary>The vocabularies by language, from a file of the library.</summary>
internal static class Vocabularies
{
    private const string File = "vocabularies.txt";
    private const string PastEnding = "past_ending";
    private const string Other = "other";

    private static readonly FrozenDictionary<string, Vocabulary> ByLanguage = Read(Resource.Text(File));

    /// <summary>The vocabulary of a language; null if there is none.</summary>
    public static Vocabulary? Of(string? language) => language is null ? null : ByLanguage.GetValueOrDefault(language);

    /// <summary>Sections "[en]" of lines "list: word word", with "_" within phrases.</summary>
    private static FrozenDictionary<string, Vocabulary> Read(string text)
    {
        var all = new Dictionary<string, Vocabulary>(StringComparer.Ordinal);
        foreach (var section in text.Split("\n[", StringSplitOptions.None).Skip(1))
        {
            var lines = section.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var words = new Dictionary<string, WordLists>(StringComparer.OrdinalIgnoreCase);
            string? ending = null;
            foreach (var line in lines.Skip(1))
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                var name = line[..colon];
                ending = name == PastEnding ? line[(colon + 1)..].Trim() : ending;
                if (name != PastEnding)
                {
                    AddAll(line[(colon + 1)..], name == Other ? WordLists.None : ListRule.ListNamed(name));
                }
            }

            all.Add(lines[0].TrimEnd(']'), new Vocabulary(words, ending));

            void AddAll(string list, WordLists kind)
            {
                foreach (var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    var plain = word.Replace('_', ' ');
                    words[plain] = words.GetValueOrDefault(plain) | kind;
                    var curly = plain.Replace('\'', '’');
                    words[curly] = words[plain];
                }
            }
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
