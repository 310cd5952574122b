using System.Text.Json;
using ClaimTracker.Api.Domain.Fields;

namespace ClaimTracker.Api.Domain.Claims;

/// <summary>Writes claims. Evidence makes them too: a sentence without a claim gets one with its first evidence.</summary>
internal static class ClaimWriter
{
    private const string SameExternalSql = "select id from claims where external_app = @ExternalApp and external_id = @ExternalId";

    private const string InsertSql = """
        insert into claims (
            text, text_key, headline, language, claim_type, claim_date, location, attribution, appearances, priority,
            external_app, external_id, created_by, created_at, updated_at, activity_at, status, evidence_count, disputed)
        values (
            @Text, @TextKey, @Headline, @Language, @ClaimType, @ClaimDate, @Location, @Attribution, @Appearances, @Priority,
            @ExternalApp, @ExternalId, @CreatedBy, @CreatedAt, @UpdatedAt, @UpdatedAt, 'open', 0, false)
        returning id
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
        values (@id, @Ordinal, @Name, @NameKey, @JobTitle, @SameAs, @ImageUrl)
        """;

    private const string TagSql = "insert into claim_tags (claim_id, ordinal, tag, tag_key) values (@id, @Ordinal, @Tag, @TagKey)";

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
        var values = Values(change, claim);
        var id = await change.InsertAsync(InsertSql, values);
        var (claimants, tags) = (Claimants(id, claim), Tags(id, claim));
        IReadOnlyList<object> relations = [], matches = []; // A new claim has none.
        await change.ApplyAsync(ClaimantSql, claimants);
        await change.ApplyAsync(TagSql, tags);
        await FieldRows.InsertAsync(change, FieldSubject.Claim, id, fields);
        var digest = ContentDigest.OfInserted(
            Subject.Claim(id), [values], claimants, tags, relations, matches, FieldRows.InOrder(fields));
        await change.RecordAsync(
            EventKind.ClaimCreated,
            Subject.Claim(id),
            before: null,
            Content(claim),
            known: new Dictionary<Subject, string?> { [Subject.Claim(id)] = digest });
        return id;
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
        await change.ApplyAsync(ClaimantSql, Claimants(id, after));
        await change.ApplyAsync(TagSql, Tags(id, after));
        await FieldRows.ReplaceAsync(change, FieldSubject.Claim, id, fields);
        await change.RecordAsync(EventKind.ClaimEdited, Subject.Claim(id), Content(before), Content(after));
    }

    private static object Values(Change change, ClaimBody claim, long? id = null) => new
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
        CreatedBy = change.Actor.Name,
        CreatedAt = change.Now,
        UpdatedAt = change.Now,
    };

    // A request may carry more than a claim holds, such as sentenceIds: those have events of their own.
    private static JsonElement Content(ClaimBody claim) => JsonSerializer.SerializeToElement<ClaimBody>(claim, ApiJson.Options);

    private static IReadOnlyList<object> Claimants(long id, ClaimBody claim) =>
    [
        .. (claim.Claimants ?? []).Select((c, i) =>
            new { id, Ordinal = i, c.Name, NameKey = TextKey.Of(c.Name!), c.JobTitle, c.SameAs, c.ImageUrl }),
    ];

    private static IReadOnlyList<object> Tags(long id, ClaimBody claim) =>
    [
        .. (claim.Tags ?? []).DistinctBy(TextKey.Of, StringComparer.Ordinal).Select((tag, i) =>
            new { id, Ordinal = i, Tag = tag, TagKey = TextKey.Of(tag) }),
    ];

    private static async Task RefuseSameExternalAsync(WriteTx tx, ClaimBody claim, long? own)
    {
        if (claim.ExternalId is not null && await tx.FirstAsync<long?>(SameExternalSql, claim) is { } other && other != own)
        {
            throw Problem.Conflict(
                $"Claim {other} has the external id {claim.ExternalId} of {claim.ExternalApp}.", Subject.Claim(other).Address);
        }
    }
}
