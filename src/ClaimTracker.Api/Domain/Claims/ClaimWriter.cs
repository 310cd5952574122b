using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Domain.Claims;

/// <summary>Writes claims. Evidence makes them too: a sentence without a claim gets one with its first evidence.</summary>
internal static class ClaimWriter
{
    private const string SameExternalSql = "select id from claims where external_app = @ExternalApp and external_id = @ExternalId";

    private const string InsertSql = """
        insert into claims (
            id, text, text_key, headline, language, claim_type, claim_date, location, attribution, appearances, priority, assignee,
            external_app, external_id, created_by, created_at, updated_at, assigned_at, activity_at, status, evidence_count, disputed)
        """;

    private const string UpdateSql = """
        update claims
        set text = @Text,
            text_key = @TextKey,
            headline = @Headline,
            language = @Language,
            claim_type = @ClaimType,
            claim_date = @ClaimDate,
            location = @Location,
            attribution = @Attribution,
            appearances = @Appearances,
            priority = @Priority,
            external_app = @ExternalApp,
            external_id = @ExternalId,
            updated_at = @UpdatedAt
        where id = @Id
        """;

    private const string RemoveListsSql = """
        delete from claim_claimants where claim_id = @id;
        delete from claim_tags where claim_id = @id;
        """;

    private const string ClaimantSql = """
        insert into claim_claimants (claim_id, ordinal, name, name_key, job_title, same_as, image_url)
        """;

    private const string TagSql = "insert into claim_tags (claim_id, ordinal, tag, tag_key)";

    /// <summary>What a new claim has besides what the history vouches for: its state, which nobody has to work out.</summary>
    private static readonly object?[] NewState = ["open", 0, 0];

    /// <summary>Adds a claim, with its event. A refusal comes before anything is written.</summary>
    /// <param name="change">The change.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="isSent">Whether a client sent it; the required fields are asked for.</param>
    /// <exception cref="ProblemException">
    /// 400: a value of a field has the wrong form, or is missing. 409: another claim has its external id.
    /// </exception>
    public static async Task<long> InsertAsync(Change change, ClaimBody claim, bool isSent = true)
    {
        var fields = await FieldTexts.OfNewAsync(change, FieldSubject.Claim, claim.Fields, isSent);
        await RefuseSameExternalAsync(change, claim, own: null);
        return await InsertAsync(change, [(new NewClaim(claim), fields)]);
    }

    /// <summary>Adds claims that are known to be no others, with their events.</summary>
    /// <param name="change">The change.</param>
    /// <param name="claims">The claims, with the values of their fields.</param>
    /// <returns>The id of the first; the others follow it.</returns>
    public static async Task<long> InsertAsync(
        Change change, IReadOnlyList<(NewClaim Claim, IReadOnlyList<FieldText> Fields)> claims)
    {
        var first = await change.TakeIdsAsync("claims", claims.Count);
        var rows = claims.Select((one, i) => one.Claim.RowsOf(change, first + i, one.Fields)).ToList();
        await change.InsertRowsAsync(InsertSql, [.. rows.Select(static row => (object?[])[.. row.Claim, .. NewState])]);
        await change.InsertRowsAsync(ClaimantSql, [.. rows.SelectMany(static row => row.Claimants)]);
        await change.InsertRowsAsync(TagSql, [.. rows.SelectMany(static row => row.Tags)]);
        await FieldRows.InsertAsync(change, FieldSubject.Claim, [.. rows.SelectMany(static row => row.Fields)]);
        await change.RecordNewClaimsAsync(
            [.. rows.Select((row, i) => new CreatedThing(Subject.Claim(first + i), claims[i].Claim.Content, row.Digest()))]);
        return first;
    }

    /// <summary>Replaces the part of a claim that clients write, with its event. A refusal comes before anything is written.</summary>
    /// <exception cref="ProblemException">
    /// 400: a value of a field has the wrong form, or a required one would go. 409: another claim has the new external id.
    /// </exception>
    public static async Task UpdateAsync(Change change, long id, ClaimBody before, ClaimBody after)
    {
        var fields = await FieldTexts.OfEditedAsync(change, FieldSubject.Claim, before.Fields, after.Fields);
        await RefuseSameExternalAsync(change, after, own: id);
        await change.ExecuteAsync(UpdateSql, Values(change, after, id));
        await change.ExecuteAsync(RemoveListsSql, new { id });
        await change.InsertRowsAsync(ClaimantSql, ClaimRows.OfClaimants(id, after));
        await change.InsertRowsAsync(TagSql, ClaimRows.OfTags(id, after));
        await FieldRows.ReplaceAsync(change, FieldSubject.Claim, id, fields);
        await change.RecordAsync(EventKind.ClaimEdited, Subject.Claim(id), NewClaim.ContentOf(before), NewClaim.ContentOf(after));
    }

    private static object Values(Change change, ClaimBody claim, long id) => new
    {
        Id = id,
        claim.Text,
        TextKey = TextKey.Of(claim.Text!),
        claim.Headline,
        claim.Language,
        claim.ClaimType,
        claim.ClaimDate,
        claim.Location,
        Attribution = claim.Attribution ?? [],
        Appearances = claim.Appearances ?? [],
        Priority = claim.Priority ?? 0,
        claim.ExternalApp,
        claim.ExternalId,
        UpdatedAt = change.Now,
    };

    private static async Task RefuseSameExternalAsync(WriteTx tx, ClaimBody claim, long? own)
    {
        if (claim.ExternalId is not null && await tx.FirstAsync<long?>(SameExternalSql, claim) is { } other && other != own)
        {
            throw Problem.Conflict(
                $"Claim {other} has the external id {claim.ExternalId} of {claim.ExternalApp}.", Subject.Claim(other).Address);
        }
    }
}
