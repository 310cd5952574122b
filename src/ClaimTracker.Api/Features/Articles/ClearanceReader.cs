using ClaimTracker.Api.Domain.Citations;

namespace ClaimTracker.Api.Features.Articles;

/// <summary>Reads the newest version of an article with all notes on it, as the actor may see them.</summary>
internal static class ClearanceReader
{
    private const string VerdictsSql = """
        select distinct
            c.id as claim_id,
            r.needs_change,
            (select max(e.actor)
             from events e
             where e.subject = 'verdict/' || v.id and e.kind = @kind) as publisher
        from sentences s
        join sentence_claims l on l.sentence_id = s.id
        join claims c on c.id = l.claim_id
        join verdicts v on v.id = c.verdict_id and v.state = 'published'
        join ratings r on r.id = v.rating_id
        where s.article_id = @id
        """;

    /// <returns>Null if the article does not exist.</returns>
    public static async Task<Clearance?> FindAsync(ReadTx tx, long id, Actor actor)
    {
        if (await ArticleReader.FindAsync(tx, id, actor) is not { } article)
        {
            return null;
        }

        var sheet = await FactSheetReader.OfAsync(tx, article, actor);
        var kind = EventKind.VerdictPublished.Name;
        var verdicts = (await tx.ListAsync<PublishedVerdict>(VerdictsSql, new { id, kind })).ToDictionary(static v => v.ClaimId);
        var citations = actor.SeesDrafts ? await CitationReader.FindOpenAsync(tx, id) : [];
        return new Clearance
        {
            Sheet = sheet,
            Language = article.Language,
            Text = await VersionReader.TextAsync(tx, id, article.Version),
            Blocks = article.Blocks,
            Notes = [.. Notes(article, sheet, verdicts).Concat(citations.Select(Note)).OrderBy(static note => note.Start)],
        };
    }

    // The sheet has a line for each sentence, and after them those of sentences that were taken out.
    private static IEnumerable<ClearanceNote> Notes(
        ArticleResponse article, FactSheetResponse sheet, Dictionary<long, PublishedVerdict> verdicts)
    {
        foreach (var (sentence, line) in article.Sentences.Zip(sheet.Lines))
        {
            if (line.Claims.Count == 0 && line.State == SentenceState.Open)
            {
                yield return new ClearanceNote(sentence.Start, sentence.End) { Line = line };
            }

            foreach (var claim in line.Claims)
            {
                var verdict = claim.VerdictState == VerdictState.Published ? verdicts.GetValueOrDefault(claim.Id) : null;
                yield return new ClearanceNote(sentence.Start, sentence.End)
                {
                    Author = verdict?.Publisher ?? ClearanceNote.Unsigned,
                    At = verdict is null ? null : claim.PublishedAt,
                    Line = line,
                    Claim = claim,
                    MustChange = verdict?.NeedsChange == true && claim.Outcome is null,
                };
            }
        }
    }

    private static ClearanceNote Note(CitationResponse citation) =>
        new(citation.Start!.Value, citation.End!.Value) { At = citation.At, Citation = citation };

    private sealed record PublishedVerdict
    {
        public required long ClaimId { get; init; }

        public required bool NeedsChange { get; init; }

        public required string? Publisher { get; init; }
    }
}
