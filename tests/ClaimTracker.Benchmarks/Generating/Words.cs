using System.Text;

namespace ClaimTracker.Benchmarks.Generating;

/// <summary>
/// Text of a language: its most frequent words are real, the others made up of its syllables, and all come as often as words do.
/// </summary>
internal sealed class Words
{
    private const int Vocabulary = 20_000;
    private const ulong Seed = 20_260_303;

    private static readonly Zipf Ranks = new(Vocabulary);

    private readonly string[] _words;

    private Words(string language, double share, string frequent, string syllables)
    {
        (Language, Share) = (language, share);
        var dice = new Dice(Seed + (ulong)language[0]);
        string[] parts = syllables.Split(' ');
        _words =
        [
            .. frequent.Split(' '),
            .. Enumerable.Range(0, Vocabulary)
                .Select(_ => string.Concat(Enumerable.Range(0, dice.Between(1, 4)).Select(_ => dice.Pick(parts)))),
        ];
    }

    /// <summary>The languages of the desk, the most frequent first.</summary>
    public static IReadOnlyList<Words> Languages { get; } =
    [
        new("en", 0.62, "the of and to in a is that for it was on are as with his they at be this from have or by one had not but what all",
            "con ter ing land ment port ex tra vel or ship per mit rail way tan der field crow mil ton ash ber ley stone har bour"),
        new("de", 0.15, "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat",
            "ver be ung schaft land haus stadt wert recht zahl berg kraft werk ge schul bahn lich keit amt rat brück gung"),
        new("fr", 0.1, "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec",
            "con tion ment pré vil le port eur ance ta bli ré sou mar che dé part ge mi nis tre loi"),
        new("es", 0.07, "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus",
            "ción con mer ca do es ta pro vin cia tra ba jo ri que za puer to ley go bier no"),
        new("pt", 0.05, "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele",
            "ção pre fei to ci da de go ver no es co la por tu gal ri que za lei mer ca do"),
        new("is", 0.01, "og að í á sem er til um var með við fyrir en það af hann ekki", "borg ar land fjörð ur stað vík heim sund hús"),
    ];

    public string Language { get; }

    /// <summary>Its part of all texts.</summary>
    public double Share { get; }

    /// <summary>A language, as often as it comes.</summary>
    public static Words Draw(Dice dice)
    {
        var left = dice.Unit();
        return Languages.FirstOrDefault(language => (left -= language.Share) < 0) ?? Languages[0];
    }

    /// <summary>A sentence of news prose, often with a figure.</summary>
    public string Sentence(Dice dice, int least = 9, int most = 26)
    {
        var sentence = new StringBuilder();
        for (var (word, count) = (0, dice.Between(least, most)); word < count; word++)
        {
            sentence.Append(word == 0 ? "" : word % 9 == 8 ? ", " : " ").Append(dice.Chance(0.04) ? Figure(dice) : Word(dice));
        }

        return char.ToUpperInvariant(sentence[0]) + sentence.ToString(1, sentence.Length - 1) + ".";
    }

    /// <summary>Some words without a full stop.</summary>
    public string Phrase(Dice dice, int least, int most) => Sentence(dice, least, most).TrimEnd('.');

    /// <summary>A name that a rank always has.</summary>
    public static string Name(int rank)
    {
        var dice = new Dice(Seed + (ulong)rank);
        var words = dice.Pick(Languages);
        return $"{Capital(words._words[200 + dice.Below(5_000)])} {Capital(words._words[200 + dice.Below(Vocabulary - 200)])}";
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Figure(Dice dice) => dice.Below(3) switch
    {
        0 => $"{dice.Between(2, 99)}.{dice.Between(1, 9)} million",
        1 => $"{dice.Between(1, 98)} percent",
        _ => $"{dice.Between(1950, 2026)}",
    };

    private string Word(Dice dice) => _words[Ranks.Draw(dice)];
}
