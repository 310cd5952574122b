using System.Diagnostics;
using ClaimTracker.Benchmarks.Service;

namespace ClaimTracker.Benchmarks.Generating;

/// <summary>
/// Fills a data folder through the routes of the program, one request after the other: the same seed and count give the same rows with the
/// same ids. Only keys, instants and salts differ.
/// </summary>
internal sealed class Generator(ApiClient author, ApiClient second, int claims, ulong seed)
{
    private const int LinesAtOnce = 1_000;
    private const int MovesAtOnce = 500;
    private const int ClaimsOfArticle = 10;
    private const double FromArticles = 0.8;
    private const int Recent = 2_000;

    private static readonly string[] Checkers = [.. Enumerable.Range(0, 8).Select(static i => "Checker " + Words.Name(9_000 + i))];

    private readonly Dice _dice = new(seed);
    private readonly ClaimPlanner _planner = new(claims, Checkers);
    private readonly List<long> _recent = [];
    private readonly Zipf _publishers = new(50);
    private readonly GeneratedRows _rows = new();
    private readonly List<ClaimPlan> _waiting = [];
    private int _planned;

    public GeneratedRows Run(Action<GeneratedRows> progress)
    {
        foreach (var name in Checkers)
        {
            author.Post("/users", new { name, role = "checker" });
        }

        author.Post("/fields", new { on = "claim", name = "topic", type = "text" });

        while (_planned < claims)
        {
            if (_dice.Chance(FromArticles / (FromArticles + ((1 - FromArticles) * ClaimsOfArticle))))
            {
                WriteArticle();
            }
            else
            {
                Plan(Words.Draw(_dice), []);
            }

            if (_waiting.Count >= LinesAtOnce || _planned >= claims)
            {
                WriteClaims();
                progress(_rows);
            }
        }

        return _rows;
    }

    private void WriteArticle()
    {
        var words = Words.Draw(_dice);
        var number = ++_rows.Articles;
        var article = Timed("articles", () => author.Post("/articles", new
        {
            text = ArticleText.Of(_dice, words),
            url = $"https://{Words.Name(_publishers.Draw(_dice)).Replace(' ', '-').ToLowerInvariant()}.example/{number}",
            publisher = Words.Name(_publishers.Draw(_dice)),
            publishedOn = new DateOnly(2020, 1, 1).AddDays(_dice.Below(2_200)).ToString("yyyy-MM-dd"),
            language = words.Language,
            kind = _dice.Chance(0.2) ? "draft" : "published",
        }));
        long[] sentences = [.. article.GetProperty("sentences").EnumerateArray().Select(static s => s.GetProperty("id").GetInt64())];
        _rows.Sentences += sentences.Length;
        if (sentences.Length < 4)
        {
            return;
        }

        if (number % 3 == 0)
        {
            var items = sentences[^4..].Select(static id => new { id, state = "not_checkable" });
            author.Send("PATCH", $"/articles/{article.GetProperty("id").GetInt64()}/sentences", new { items });
        }

        for (var i = 0; i < ClaimsOfArticle && _planned < claims; i++)
        {
            var own = sentences[_dice.Below(sentences.Length - 4)];
            var others = Enumerable.Range(0, _recent.Count > 0 && _dice.Chance(0.06) ? _dice.Between(1, 3) : 0)
                .Select(_ => _dice.Pick(_recent));
            Plan(words, [.. others.Prepend(own).Distinct()]);
        }

        _recent.AddRange(sentences[..4]);
        _recent.RemoveRange(0, Math.Max(0, _recent.Count - Recent));
    }

    private void Plan(Words words, IReadOnlyList<long> sentences)
    {
        _waiting.Add(_planner.Plan(_dice, _planned++, words, sentences));
        _rows.Links += sentences.Count;
    }

    private void WriteClaims()
    {
        var results = Timed("bulk", () => author.PostLines("/claims/bulk", [.. _waiting.Select(static plan => plan.Line)]));
        foreach (var refused in results.Where(static result => result.GetProperty("status").GetInt32() != 201))
        {
            throw new InvalidOperationException("A line was refused: " + refused);
        }

        var verdicts = Enum.GetValues<Fate>().ToDictionary(static fate => fate, static _ => new List<(long Claim, long Verdict)>());
        foreach (var (plan, result) in _waiting.Zip(results))
        {
            var claim = result.GetProperty("id").GetInt64();
            _rows.Claims++;
            _rows.Evidence += result.TryGetProperty("evidenceIds", out var evidence) ? evidence.GetArrayLength() : 0;
            if (plan.Fate != Fate.None)
            {
                verdicts[plan.Fate].Add((claim, result.GetProperty("verdictId").GetInt64()));
                _rows.Verdicts++;
            }

            if (plan.Assignee is { } assignee)
            {
                author.Send("PUT", $"/claims/{claim}/assignee", new { assignee });
                author.Post("/comments", new { subject = $"claim/{claim}", text = $"Who asks @\"{assignee}\"?" });
            }
        }

        _waiting.Clear();
        Timed("verdicts", () => Judge(verdicts));
    }

    private T Timed<T>(string part, Func<T> work)
    {
        var began = Stopwatch.GetTimestamp();
        var result = work();
        _rows.Seconds[part] = _rows.Seconds.GetValueOrDefault(part) + Stopwatch.GetElapsedTime(began).TotalSeconds;
        return result;
    }

    private int Judge(Dictionary<Fate, List<(long Claim, long Verdict)>> verdicts)
    {
        var published = verdicts.Where(static pair => pair.Key >= Fate.Published)
            .SelectMany(static pair => pair.Value.Select(static v => v.Verdict)).ToList();
        Move(second, "approve", [.. verdicts[Fate.Approved].Select(static v => v.Verdict), .. published]);
        Move(second, "publish", published);
        Move(second, "retract", [.. verdicts[Fate.Retracted].Select(static v => v.Verdict)], "The source has withdrawn its figures.");

        var corrections = verdicts[Fate.Corrected].ConvertAll(v => Correct(v.Verdict));
        verdicts[Fate.CorrectionDrafted].ForEach(v => Correct(v.Verdict));
        corrections.AddRange(verdicts[Fate.Disputed].Select(v => author
            .Post($"/claims/{v.Claim}/verdicts", ClaimPlanner.SecondOpinion(_dice, Words.Languages[0])).GetProperty("id").GetInt64()));
        _rows.Verdicts += corrections.Count + verdicts[Fate.CorrectionDrafted].Count;
        Move(author, "submit", corrections);
        Move(second, "approve", corrections);
        Move(second, "publish", corrections);
        return corrections.Count;
    }

    private long Correct(long verdict) => author.Post($"/verdicts/{verdict}/corrections", new
    {
        kind = "correction",
        reason = "The figures were revised.",
        publicText = "An earlier version of this verdict relied on figures that were revised.",
        rating = "Half true",
    }).GetProperty("id").GetInt64();

    private static void Move(ApiClient mover, string move, IReadOnlyList<long> ids, string? reason = null)
    {
        foreach (var some in ids.Chunk(MovesAtOnce))
        {
            var results = mover.Post("/verdicts/moves", reason is null ? new { move, ids = some } : new { move, ids = some, reason });
            foreach (var result in results.GetProperty("results").EnumerateArray())
            {
                if (result.GetProperty("status").GetInt32() != 200)
                {
                    throw new InvalidOperationException($"A verdict would not {move}: {result}");
                }
            }
        }
    }
}

/// <summary>What was made.</summary>
internal sealed class GeneratedRows
{
    public int Articles { get; set; }

    public int Sentences { get; set; }

    public int Claims { get; set; }

    public int Links { get; set; }

    public int Evidence { get; set; }

    public int Verdicts { get; set; }

    /// <summary>Time of its parts: articles, bulk, verdicts.</summary>
    public Dictionary<string, double> Seconds { get; } = new(StringComparer.Ordinal);

    public int All => Articles + Sentences + Claims + Links + Evidence + Verdicts;
}
