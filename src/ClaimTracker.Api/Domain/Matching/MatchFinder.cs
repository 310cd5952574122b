using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Domain.Matching;

/// <summary>What is asked: a text, and what is known of its matches.</summary>
internal sealed record AskedText(string Text, string? Title, int Limit)
{
    /// <summary>The claim that it is the text of; null for any text.</summary>
    public long? Claim { get; init; }

    /// <summary>Whether words and spelling alone decide, which takes no time of the model.</summary>
    public bool ByWords { get; init; }

    /// <summary>What was said of its matches.</summary>
    public IReadOnlyDictionary<long, MatchState> Decided { get; init; } = new Dictionary<long, MatchState>();

    /// <param name="meaning">What it means; null where no model has read it.</param>
    public MatchQuery ToQuery(MeaningVector? meaning) => new(Text, Limit)
    {
        Title = Title,
        Meanings = meaning is null ? [] : [meaning],
        Except = Decided.Where(static pair => pair.Value == MatchState.Rejected).Select(static pair => pair.Key)
            .Append(Claim ?? 0).ToHashSet(),
    };
}

/// <summary>Finds the claims that may say what texts say, as the actor may see them.</summary>
internal sealed class MatchFinder(Db db, MatchIndex index, MatchModel model)
{
    /// <summary>What has a lower score is not worth a look.</summary>
    private const double LeastScore = 0.01;

    private const string Sql = """
        select
            c.id,
            c.text,
            v.id as verdict_id,
            v.state as verdict_state,
            r.name as rating_name,
            r.value as rating_value
        from claims c
        left join verdicts v on v.id = c.verdict_id
        left join ratings r on r.id = v.rating_id
        where c.status is not null and c.id in @ids
        """;

    /// <returns>The matches of each text, best first.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<MatchResponse>>> FindAsync(
        Actor actor, IReadOnlyList<AskedText> asked, CancellationToken cancellation)
    {
        var meanings = await MeaningsAsync(asked, cancellation);
        var claims = await index.FollowAsync(cancellation);
        var found = asked.Select((text, i) =>
        {
            cancellation.ThrowIfCancellationRequested();
            return claims.Find(text.ToQuery(meanings[i]));
        }).ToList();

        long[] ids = [.. found.SelectMany(static matches => matches).Select(static match => match.Id).Distinct()];
        var rows = (await db.AskAsync(tx => tx.ListAsync<Row>(Sql, new { ids }), cancellation)).ToDictionary(static row => row.Id);
        return
        [
            .. found.Select((matches, i) => matches
                .Where(match => match.Score >= LeastScore && rows.ContainsKey(match.Id))
                .Select(match => Match(asked[i], match, rows[match.Id], actor))
                .ToList()),
        ];
    }

    private static MatchResponse Match(AskedText asked, ClaimMatch match, Row row, Actor actor)
    {
        var differences = MatchDifference.Between(asked.Text, row.Text);
        return new MatchResponse
        {
            ClaimId = row.Id,
            Text = row.Text,
            Score = Math.Round(match.Score, 3),
            Components = [.. Components(match)],
            LikelySame = match.Score >= ClaimComparer.LikelyFrom && differences.Count == 0,
            MayDiffer = differences,
            State = asked.Decided.TryGetValue(row.Id, out var state) ? state : null,
            Verdict = row.VerdictState is { } verdict && actor.Sees(verdict)
                ? new VerdictInShort(row.VerdictId!.Value, new RatingName(row.RatingName!, row.RatingValue), verdict)
                : null,
        };
    }

    private static IEnumerable<ScoreComponent> Components(ClaimMatch match)
    {
        yield return Component("words", match.Words, "of the words, rare ones counting more");
        yield return Component("letters", match.Letters, "of the spellings, runs of three letters");
        if (match.Meaning is { } meaning)
        {
            yield return Component("meaning", Math.Max(0, meaning), "alike in meaning, as a model reads it");
        }
    }

    private static ScoreComponent Component(string name, double value, string what) =>
        new(name, Math.Round(value, 3), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value:P0} {what}"));

    // Null for a text that the model does not read well, and for all where it fails.
    private async Task<MeaningVector?[]> MeaningsAsync(IReadOnlyList<AskedText> asked, CancellationToken cancellation)
    {
        var meanings = new MeaningVector?[asked.Count];
        if (model.Name is null)
        {
            return meanings;
        }

        var read = Enumerable.Range(0, asked.Count).Where(i => !asked[i].ByWords && model.Reads(asked[i].Text)).ToList();
        if (read.Count > 0 && await model.AskAsync([.. read.Select(i => ClaimComparer.Plain(asked[i].Text))], cancellation) is { } vectors)
        {
            for (var i = 0; i < read.Count; i++)
            {
                meanings[read[i]] = vectors[i].Size > 0 ? vectors[i] : null;
            }
        }

        return meanings;
    }

    private sealed record Row
    {
        public required long Id { get; init; }

        public required string Text { get; init; }

        public required long? VerdictId { get; init; }

        public required VerdictState? VerdictState { get; init; }

        public required string? RatingName { get; init; }

        public required double? RatingValue { get; init; }
    }
}
