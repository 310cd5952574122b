using ClaimTracker.Api.Domain.Sources;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>Reads fact sheets as the actor may see them: as many queries for any article.</summary>
internal static class FactSheetReader
{
    private const string ClaimsSql = """
        select distinct
            c.id as claim_id,
            c.status,
            v.id as verdict_id,
            v.state,
            v.justification,
            v.author,
            v.reviewer,
            v.published_at
        from sentences s
        join sentence_claims l on l.sentence_id = s.id
        join claims c on c.id = l.claim_id
        left join verdicts v on v.id = c.verdict_id
        where s.article_id = @id
        """;

    private const string EvidenceSql = """
        select e.verdict_id, e.cited, q.confidential
        from verdict_evidence e
        join sources q on q.id = e.source_id
        where e.verdict_id in (
            select c.verdict_id
            from sentences s
            join sentence_claims l on l.sentence_id = s.id
            join claims c on c.id = l.claim_id
            where s.article_id = @id)
        order by e.verdict_id, e.ordinal
        """;

    private const string FirstWordsSql = """
        select l.sentence_id, l.claim_id, w.text
        from sentences s
        join sentence_claims l on l.sentence_id = s.id
        join sentences w on w.id = l.first_sentence
        where s.article_id = @id
        """;

    /// <returns>Null if the article does not exist.</returns>
    public static async Task<FactSheetResponse?> FindAsync(ReadTx tx, long id, Actor actor)
    {
        return await ArticleReader.FindAsync(tx, id, actor) is { } article ? await OfAsync(tx, article, actor) : null;
    }

    /// <summary>Reads the fact sheet of an article in its newest version.</summary>
    public static async Task<FactSheetResponse> OfAsync(ReadTx tx, ArticleResponse article, Actor actor)
    {
        var id = article.Id;
        var orphans = await SentenceReader.FindOrphansAsync(tx, id, actor);
        var claims = (await tx.ListAsync<ClaimRow>(ClaimsSql, new { id })).ToDictionary(static c => c.ClaimId);
        var evidence = (await tx.ListAsync<(long Verdict, CitedEvidence Cited, bool IsConfidential)>(EvidenceSql, new { id }))
            .ToLookup(static e => e.Verdict, e => e.Cited.SeenBy(actor, e.IsConfidential));
        var firstWords = (await tx.ListAsync<(long Sentence, long Claim, string Text)>(FirstWordsSql, new { id }))
            .ToDictionary(static w => (w.Sentence, w.Claim), static w => w.Text);
        return new FactSheetResponse
        {
            ArticleId = id,
            Version = article.Version,
            Title = article.Title,
            Byline = article.Byline,
            Publisher = article.Publisher,
            PublishedOn = article.PublishedOn,
            Url = article.Url,
            Lines = [.. article.Sentences.Select(s => Line(s, s.Ordinal + 1)), .. orphans.Select(s => Line(s, line: null))],
        };

        FactLine Line(SentenceResponse sentence, int? line) => new()
        {
            Line = line,
            SentenceId = sentence.Id,
            Sentence = sentence.Text,
            State = sentence.State,
            Reason = sentence.Reason,
            Claims = [.. sentence.Claims.Select(claim =>
            {
                var row = claims[claim.Id];
                return row.ToClaim(claim, firstWords.GetValueOrDefault((sentence.Id, claim.Id)), evidence);
            })],
        };
    }

    private sealed record ClaimRow
    {
        public required long ClaimId { get; init; }

        public required ClaimStatus Status { get; init; }

        public required long? VerdictId { get; init; }

        public required VerdictState? State { get; init; }

        public required string? Justification { get; init; }

        public required string? Author { get; init; }

        public required string? Reviewer { get; init; }

        public required DateTimeOffset? PublishedAt { get; init; }

        // The sentence names no verdict that the actor may not see.
        public FactClaim ToClaim(SentenceClaim claim, string? firstWords, ILookup<long, CitedEvidence?> evidence)
        {
            var seen = claim.Verdict is not null;
            CitedEvidence?[] cited = seen ? [.. evidence[VerdictId!.Value]] : [];
            return new FactClaim
            {
                Id = claim.Id,
                Claim = claim.Text,
                Role = claim.Role,
                Status = Status,
                SentenceWas = firstWords,
                NeedsRecheck = claim.NeedsRecheck,
                Rating = claim.Verdict?.Rating.Name,
                VerdictState = claim.Verdict?.State,
                Justification = seen ? Justification : null,
                CheckedBy = seen ? Author : null,
                SecondReader = seen ? Reviewer : null,
                PublishedAt = seen ? PublishedAt : null,
                Evidence = [.. cited.OfType<CitedEvidence>()],
                EvidenceCount = cited.Length,
                Outcome = claim.Outcome,
                OutcomeNote = claim.OutcomeNote,
                OutcomeBy = claim.OutcomeBy,
                OutcomeAt = claim.OutcomeAt,
            };
        }
    }
}
