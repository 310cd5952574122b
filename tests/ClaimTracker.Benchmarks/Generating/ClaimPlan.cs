using System.Text.Json;

namespace ClaimTracker.Benchmarks.Generating;

/// <summary>What becomes of the verdict on a claim.</summary>
internal enum Fate { None, Draft, InReview, Approved, Published, Retracted, Corrected, CorrectionDrafted, Disputed }

/// <summary>A claim to be made: a line of POST /claims/bulk, and what becomes of its verdict.</summary>
internal sealed record ClaimPlan(string Line, Fate Fate, string? Assignee);

/// <summary>Plans claims with the frequencies of a desk: few tags, names and sources come often, and most come seldom.</summary>
internal sealed class ClaimPlanner(int claims, IReadOnlyList<string> checkers)
{
    /// <summary>On five claims, however many there are.</summary>
    public const string RareTag = "seldom";

    /// <summary>Of the same five.</summary>
    public const string RareClaimant = "Seldom Heard";

    private const int Tags = 300;

    private static readonly (Fate Fate, double Share)[] Fates =
    [
        (Fate.Published, 0.52), (Fate.InReview, 0.07), (Fate.Draft, 0.06), (Fate.Approved, 0.02), (Fate.Corrected, 0.02),
        (Fate.Retracted, 0.01), (Fate.CorrectionDrafted, 0.005), (Fate.Disputed, 0.01),
    ];

    private static readonly string[] Ratings =
        ["False", "False", "False", "Mostly false", "Mostly false", "Half true", "Mostly true", "True", "True"];

    private static readonly string[] Stances =
        ["refutes", "refutes", "supports", "supports", "partially_supports", "context", "irrelevant"];
    private static readonly string[] Media = ["web_text", "web_text", "web_text", "pdf", "dataset", "interview", "video"];
    private static readonly string[] Kinds = ["secondary", "secondary", "official", "primary", "expert", "dataset"];
    private static readonly DateOnly FirstDay = new(2020, 1, 1);

    private readonly Zipf _tags = new(Tags);
    private readonly Zipf _claimants = new(Math.Max(100, claims / 20));
    private readonly Zipf _sources = new(Math.Max(100, claims / 3));

    /// <param name="dice">The dice of the claim.</param>
    /// <param name="number">Its number, from 0.</param>
    /// <param name="words">Its language.</param>
    /// <param name="sentences">The sentences that make it, the first asserts it.</param>
    public ClaimPlan Plan(Dice dice, int number, Words words, IReadOnlyList<long> sentences)
    {
        var isRare = number % Math.Max(1, claims / 5) == 0;
        var fate = Draw(dice);
        var count = fate == Fate.None && dice.Chance(0.5) ? 0 : dice.Below(10) switch { < 5 => 1, < 8 => 2, < 9 => 3, _ => 5 };
        var evidence = Enumerable.Range(0, count).Select(_ => Evidence(dice, words)).ToList();
        var line = new
        {
            text = words.Sentence(dice),
            language = words.Language,
            claimDate = dice.Chance(0.9) ? Day(dice) : null,
            claimants = Names(dice, isRare).Select(static name => new { name }),
            tags = Enumerable.Range(0, dice.Below(4)).Select(_ => $"tag {_tags.Draw(dice)}").Append(isRare ? RareTag : "all")
                .Distinct(StringComparer.Ordinal),
            priority = dice.Chance(0.3) ? dice.Below(101) : 0,
            externalApp = dice.Chance(0.5) ? "desk-sheet" : null,
            externalId = (string?)null,
            fields = new { topic = isRare ? RareTag : "all" },
            sentences = sentences.Select(static (sentenceId, i) => new { sentenceId, role = i == 0 ? "asserts" : "repeats" }),
            evidence,
            verdict = fate == Fate.None ? null : new
            {
                rating = evidence.Count == 0 ? "Unproven" : dice.Pick(Ratings),
                justification = string.Join(' ', Enumerable.Range(0, dice.Between(2, 5)).Select(_ => words.Sentence(dice))),
                validAsOf = Day(dice),
                reviewDue = dice.Chance(0.2) ? Day(dice) : null,
                submit = fate != Fate.Draft,
            },
        };
        var text = line.externalApp is null
            ? JsonSerializer.Serialize(line)
            : JsonSerializer.Serialize(line).Replace("\"externalId\":null", $"\"externalId\":\"row-{number}\"", StringComparison.Ordinal);
        return new ClaimPlan(text, fate, dice.Chance(0.05) ? dice.Pick(checkers) : null);
    }

    /// <summary>A rating that no verdict of a plan was given by a second reader.</summary>
    public static object SecondOpinion(Dice dice, Words words) => new
    {
        rating = "Unproven",
        justification = words.Sentence(dice),
    };

    private static Fate Draw(Dice dice)
    {
        var left = dice.Unit();
        foreach (var (fate, share) in Fates)
        {
            if ((left -= share) < 0)
            {
                return fate;
            }
        }

        return Fate.None;
    }

    private static string Day(Dice dice) => FirstDay.AddDays(dice.Below(2_200)).ToString("yyyy-MM-dd");

    private IEnumerable<string> Names(Dice dice, bool isRare)
    {
        if (isRare)
        {
            yield return RareClaimant;
        }

        yield return Words.Name(_claimants.Draw(dice));
    }

    private object Evidence(Dice dice, Words words)
    {
        var source = _sources.Draw(dice);
        var ofSource = new Dice((ulong)source);
        return new
        {
            source = new
            {
                url = $"https://{Words.Name(source % 997).Replace(' ', '-').ToLowerInvariant()}.example/files/{source}",
                title = words.Phrase(ofSource, 3, 9),
                medium = ofSource.Pick(Media),
                kind = ofSource.Pick(Kinds),
            },
            excerpt = words.Sentence(dice),
            stance = dice.Pick(Stances),
            locator = new { page = $"{dice.Between(1, 300)}" },
        };
    }
}
