using System.Text.Json;
using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Search;

namespace ClaimTracker.Api.Domain.Claims;

/// <summary>
/// A claim that is to be added. What an event says of it, and the words that it is found by, need no table: they can be worked out before
/// the turn of the write.
/// </summary>
/// <param name="body">The claim, which is valid.</param>
internal sealed class NewClaim(ClaimBody body)
{
    private readonly IReadOnlyList<string> _words = WordForms.Of(body.Text!);

    public ClaimBody Body => body;

    public string TextKey { get; } = Words.TextKey.Of(body.Text!);

    /// <summary>What its event says of it.</summary>
    public JsonElement Content { get; } = ContentOf(body);

    /// <summary>What an event says of a claim. A request may carry more than a claim holds: that has events of its own.</summary>
    public static JsonElement ContentOf(ClaimBody claim) => JsonSerializer.SerializeToElement<ClaimBody>(claim, ApiJson.Options);

    /// <summary>Its rows.</summary>
    /// <param name="change">The change that writes them.</param>
    /// <param name="id">The id that it gets.</param>
    /// <param name="fields">The values of its fields.</param>
    public ClaimRows RowsOf(Change change, long id, IReadOnlyList<FieldText> fields)
    {
        change.Keep<TouchedThings>().Bring(body.Text!, _words);
        var now = ColumnTypes.Plain(change.Now);
        return new ClaimRows(
            [
                id, body.Text, TextKey, body.Headline, body.Language, body.ClaimType, ColumnTypes.Plain(body.ClaimDate), body.Location,
                ColumnTypes.Plain(body.Attribution ?? []), ColumnTypes.Plain(body.Appearances ?? []), body.Priority ?? 0, null,
                body.ExternalApp, body.ExternalId, change.Actor.Name, now, now, null, now,
            ],
            ClaimRows.OfClaimants(id, body),
            ClaimRows.OfTags(id, body),
            FieldRows.Of(id, fields));
    }
}
