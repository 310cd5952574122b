using System.Buffers;
using System.Collections.Frozen;
using ClaimTracker.Text.Basics;
using ClaimTracker.Text.Sentences.Languages;

namespace ClaimTracker.Text.Sentences;

/// <summary>The meaning of a word for the full stop after it.</summary>
[Flags]
internal enum WordClass
{
    None = 0,

    /// <summary>Continues before a name, ends before a sentence starter: "Inc.", "U.S.".</summary>
    Abbreviation = 1,

    /// <summary>Never ends a sentence: something must follow (titles before names, "e.g.", "vs.").</summary>
    Binding = 2,

    /// <summary>Continues before a number ("No. 5", "Oct. 7"), whatever it is elsewhere.</summary>
    BeforeNumber = 4,

    /// <summary>
    /// Closes a list or a measure: before a capital the sentence is over, before a small letter it is not ("etc.", "km.").
    /// </summary>
    Trailing = 8,

    /// <summary>Only with a capital: "Ill." is a state, "ill." ends a sentence like any word.</summary>
    Capitalized = 16,
}

/// <summary>The rules of one language, made ready for look-up.</summary>
internal sealed class SentenceRules
{
    /// <summary>Abbreviations in the names of firms and people, the same in every language.</summary>
    private const string InNamesEverywhere = "inc corp ltd llc plc bros jr mr mrs";

    private static readonly Lazy<SentenceRules> Default = new(() => new SentenceRules(English.Words));

    private static readonly FrozenDictionary<string, Lazy<SentenceRules>> ByLanguage = KnownLanguages.All
        .ToFrozenDictionary(w => w.Key, w => new Lazy<SentenceRules>(() => new SentenceRules(w.Value)), StringComparer.Ordinal);

    private readonly FrozenDictionary<string, WordClass>.AlternateLookup<ReadOnlySpan<char>> _classes;
    private readonly WordSet _starters;
    private readonly string _street;
    private readonly string _breakOffs;

    private SentenceRules(LanguageWords words)
    {
        var classes = new Dictionary<string, WordClass>(StringComparer.OrdinalIgnoreCase);
        Add(InNamesEverywhere, WordClass.Abbreviation);
        Add(words.Abbreviations, WordClass.Abbreviation);
        Add(words.Binding, WordClass.Binding);
        Add(words.BeforeNumbers, WordClass.BeforeNumber);
        Add(words.Trailing, WordClass.Trailing);
        _classes = classes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _starters = new WordSet(words.Starters);
        SpeechVerbs = new WordSet(words.SpeechVerbs);
        NamesWithMark = new WordSet(words.NamesWithMark);
        Ordinals = words.OrdinalHeads.Length > 0 ? new Ordinals(new WordSet(words.OrdinalLeads), new WordSet(words.OrdinalHeads)) : null;
        Stops = Marks.Stops(words.Terminators + words.SoftStops + words.BreakOffs);
        SoftStops = words.SoftStops;
        _street = words.StreetEnding;
        _breakOffs = words.BreakOffs;
        Particles = words.Particles;
        LowerCaseOpens = words.LowerCaseOpens;

        void Add(string list, WordClass kind)
        {
            foreach (var word in list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                classes[word] = classes.GetValueOrDefault(word) | kind | (char.IsUpper(word[0]) ? WordClass.Capitalized : WordClass.None);
            }
        }
    }

    public WordSet SpeechVerbs { get; }

    public WordSet NamesWithMark { get; }

    public Ordinals? Ordinals { get; }

    public SearchValues<char> Stops { get; }

    public string SoftStops { get; }

    public string Particles { get; }

    public bool LowerCaseOpens { get; }

    public bool IsBreakOff(char mark) => _breakOffs.Contains(mark, StringComparison.Ordinal);

    /// <summary>Recognises a word that opens sentences, also with another word attached: "It's", "L'année".</summary>
    public bool IsStarter(ReadOnlySpan<char> word) =>
        _starters.Contains(word) || (word.IndexOfAny('\'', '’') is > 0 and var end && _starters.Contains(word[..end]));

    /// <summary>The class of a word, without an elision or a quotation mark before it: "l'art." is "art.", "'Mr." is "Mr.".</summary>
    public WordClass ClassOf(ReadOnlySpan<char> word)
    {
        if (!_classes.TryGetValue(word, out var kind))
        {
            var elided = word.IndexOfAny('\'', '’');
            return elided >= 0 ? ClassOf(word[(elided + 1)..]) : ClassOfEnding(word);
        }

        return kind.HasFlag(WordClass.Capitalized) && !char.IsUpper(word[0]) ? WordClass.None : kind;
    }

    private WordClass ClassOfEnding(ReadOnlySpan<char> word) =>
        _street.Length > 0 && word.Length > _street.Length && word.EndsWith(_street, StringComparison.Ordinal)
            ? WordClass.Abbreviation | WordClass.BeforeNumber
            : WordClass.None;

    public static SentenceRules For(string? language) =>
        language is not null && ByLanguage.TryGetValue(language, out var rules) ? rules.Value : Default.Value;
}
