using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Claims;

/// <summary>Settles a line whose claim was rated so that it needs a change.</summary>
internal static class LineOutcome
{
    // Also of a verdict that is not published yet: the line is often mended while the verdict is in review.
    private const string AdviceSql = """
        select v.id
        from verdicts v
        join ratings r on r.id = v.rating_id
        where v.current_claim_id = @ClaimId and r.needs_change and v.state in ('draft', 'in_review', 'approved', 'published')
        order by v.id
        limit 1
        """;

    private const string FirstVersionSql = "select min(version) from sentence_positions where sentence_id = @SentenceId";

    /// <summary>Gives a link the outcome of a request, with the time and the name of the user who settled the line.</summary>
    /// <exception cref="ProblemException">403: letting a line stand is for editors. 409: there is nothing to settle yet.</exception>
    public static async Task<SentenceLink> GiveAsync(
        Change change, SentencePlace place, SentenceLink link, LinkBody body, SentenceLink? before)
    {
        if (before is not null && (body.Outcome, body.OutcomeNote) == (before.Outcome, before.OutcomeNote))
        {
            return link with
            {
                Outcome = before.Outcome,
                OutcomeNote = before.OutcomeNote,
                OutcomeBy = before.OutcomeBy,
                OutcomeAt = before.OutcomeAt,
            };
        }

        if (before?.Outcome == Outcome.Stands || body.Outcome == Outcome.Stands)
        {
            change.Actor.RequireLettingStand();
        }

        if (body.Outcome is null)
        {
            return link;
        }

        await RequireAdviceAsync(change, place, link, body.Outcome.Value);
        return link with
        {
            Outcome = body.Outcome,
            OutcomeNote = body.OutcomeNote,
            OutcomeBy = change.Actor.Name,
            OutcomeAt = change.Now,
        };
    }

    private static async Task RequireAdviceAsync(Change change, SentencePlace place, SentenceLink link, Outcome outcome)
    {
        if (!await change.AnyAsync(AdviceSql, link))
        {
            throw Problem.Conflict(
                $"Claim {link.ClaimId} has no verdict that asks for a change: there is nothing to settle.",
                Subject.Claim(link.ClaimId).Address);
        }

        if (outcome == Outcome.Changed && !place.IsGone && await change.SingleAsync<int>(FirstVersionSql, link) == 1)
        {
            throw Problem.Conflict(
                $"Sentence {link.SentenceId} has had these words since the first version. Mend the line first: "
                + $"PUT {Subject.Article(place.ArticleId).Address}/text.",
                Subject.Article(place.ArticleId).Address);
        }
    }
}
