using System.Text.Json.Nodes;
using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Reviews;
using ClaimTracker.Api.Domain.Sources;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Reconciliation;

/// <summary>An entity as it is shown, with its values by property.</summary>
internal sealed record Entity(string Name, string? Address, IReadOnlyDictionary<string, IReadOnlyList<JsonNode>> Values);

/// <summary>Reads entities by their ids, as the reader may see them.</summary>
internal static class EntityReader
{
    /// <summary>The properties of each type, with their names.</summary>
    public static readonly IReadOnlyDictionary<ReconciledType, IReadOnlyList<NamedId>> Properties =
        new Dictionary<ReconciledType, IReadOnlyList<NamedId>>
        {
            [ReconciledType.Claim] =
            [
                new("claimant", "Claimant"), new("claim_date", "Date of the claim"), new("language", "Language"), new("rating", "Rating"),
                new("review_url", "Address of the review"), new("tag", "Tag"),
            ],
            [ReconciledType.Claimant] = [new("claims", "Claims")],
            [ReconciledType.Source] =
            [
                new("url", "Address"), new("publisher", "Publisher"), new("author", "Author"), new("published_on", "Date of publication"),
                new("archived_url", "Archived copy"), new("medium", "Medium"),
            ],
        };

    /// <summary>The properties of a type; of all, if it is null.</summary>
    public static IEnumerable<NamedId> PropertiesOf(ReconciledType? type) =>
        type is { } one ? Properties[one] : Properties.Values.SelectMany(static all => all);

    private const string ClaimsOfSql = """
        select n.name_key as key, max(n.name) as name, count(distinct n.claim_id) as claims
        from claim_claimants n
        where n.name_key in @keys and (@all or exists (
            select 1 from claims c join verdicts v on v.id = c.verdict_id where c.id = n.claim_id and v.state = 'published'))
        group by n.name_key
        """;

    /// <returns>The entities by id; those that are not there, or not for the reader, are left out.</returns>
    public static async Task<Dictionary<string, Entity>> FindAllAsync(
        ReadTx tx, IReadOnlyList<string> ids, Actor actor, ReviewPublisher publisher, HttpRequest request)
    {
        var (isReader, asked) = (actor.Decide(Permission.Read) == Decision.Allowed, ids.Select(EntityId.Parse).OfType<EntityId>().ToList());
        var found = new Dictionary<string, Entity>(StringComparer.Ordinal);
        foreach (var claim in await ClaimsAsync(tx, Numbers(asked, ReconciledType.Claim), actor))
        {
            if (isReader || claim.Verdict?.State == VerdictState.Published)
            {
                var address = claim.Verdict is { State: VerdictState.Published } verdict
                    ? publisher.AddressOf(request, PublicReview.PathOf(verdict.Id))
                    : null;
                found[EntityId.Of(ReconciledType.Claim, claim.Id)] = new Entity(claim.Text!, address, ValuesOf(claim, address));
            }
        }

        if (isReader)
        {
            foreach (var source in (await SourceReader.FindAllAsync(tx, Numbers(asked, ReconciledType.Source))).Values
                .Where(source => actor.IsInside || !source.Confidential))
            {
                found[EntityId.Of(ReconciledType.Source, source.Id)] =
                    new Entity(source.Title ?? source.Url ?? "", source.Url, ValuesOf(source));
            }
        }

        string[] keys = [.. asked.Where(static id => id.Type == ReconciledType.Claimant).Select(static id => id.Key)];
        foreach (var claimant in await tx.ListAsync<(string Key, string Name, long Claims)>(ClaimsOfSql, new { keys, all = isReader }))
        {
            found[EntityId.OfClaimant(claimant.Key)] =
                new Entity(claimant.Name, null, Values(("claims", [new JsonObject { ["float"] = claimant.Claims }])));
        }

        return found;
    }

    private static long[] Numbers(IEnumerable<EntityId> ids, ReconciledType type) =>
        [.. ids.Where(id => id.Type == type).Select(static id => id.Number).Distinct()];

    private static async Task<IReadOnlyList<ClaimResponse>> ClaimsAsync(ReadTx tx, long[] ids, Actor actor)
    {
        const string presentSql = "select c.id from claims c where c.id in @ids and c.status is not null order by c.id";
        return await ClaimReader.LoadAsync(tx, [.. await tx.ListAsync<long>(presentSql, new { ids })], actor);
    }

    private static Dictionary<string, IReadOnlyList<JsonNode>> ValuesOf(ClaimResponse claim, string? address) => Values(
        ("claimant", (claim.Claimants ?? []).Select(static one => (JsonNode?)new JsonObject
        {
            ["id"] = EntityId.OfClaimant(TextKey.Of(one.Name!)),
            ["name"] = one.Name,
        })),
        ("claim_date", [Date(claim.ClaimDate)]),
        ("language", [Text(claim.Language)]),
        ("rating", [Text(claim.Verdict?.Rating.Name)]),
        ("review_url", [Text(address)]),
        ("tag", (claim.Tags ?? []).Select(static tag => (JsonNode?)Text(tag))));

    private static Dictionary<string, IReadOnlyList<JsonNode>> ValuesOf(SourceResponse source) => Values(
        ("url", [Text(source.Url)]),
        ("publisher", [Text(source.Publisher)]),
        ("author", [Text(source.Author)]),
        ("published_on", [Date(source.PublishedOn)]),
        ("archived_url", [Text(source.ArchivedUrl)]),
        ("medium", [Text(source.Medium.ToWord())]));

    private static Dictionary<string, IReadOnlyList<JsonNode>> Values(params (string Property, IEnumerable<JsonNode?> Values)[] all) =>
        all.ToDictionary(
            static one => one.Property,
            static IReadOnlyList<JsonNode> (one) => [.. one.Values.OfType<JsonNode>()],
            StringComparer.Ordinal);

    private static JsonObject? Text(string? text) => text is null ? null : new JsonObject { ["str"] = text };

    private static JsonObject? Date(PartialDate? date) => date is null ? null : new JsonObject { ["date"] = date.ToString() };
}
