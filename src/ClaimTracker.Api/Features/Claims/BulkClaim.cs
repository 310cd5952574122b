using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Domain.Claims;

namespace ClaimTracker.Api.Features.Claims;

/// <summary>The treatment of a line whose external id a claim has already.</summary>
internal enum OnConflict
{
    /// <summary>It is refused.</summary>
    Fail,

    /// <summary>The claim stays as it is.</summary>
    Skip,

    /// <summary>The members of the line replace those of the claim.</summary>
    Update,
}

/// <summary>Takes a line of POST /claims/bulk: as a new claim or, by its external id, as one that exists.</summary>
internal static class BulkClaim
{
    private const string ExistingSql = """
        select coalesce(m.successor_id, c.id)
        from claims c
        left join claim_merges m on m.claim_id = c.id
        where c.external_app = @ExternalApp and c.external_id = @ExternalId
        """;

    /// <exception cref="ProblemException">The refusal of the line.</exception>
    public static async Task<BulkResult> TakeAsync(Change change, BulkLine line, OnConflict rule)
    {
        var claim = line.Claim ?? throw line.Refusal!;
        if (rule != OnConflict.Fail && claim.ExternalId is not null
            && await change.FirstAsync<long?>(ExistingSql, new { claim.ExternalApp, claim.ExternalId }) is { } existing)
        {
            return new BulkResult(line.Number, StatusCodes.Status200OK)
            {
                Id = existing,
                Changed = rule == OnConflict.Skip ? [] : await UpdateAsync(change, existing, line),
            };
        }

        var made = await ClaimWithParts.InsertAsync(change, claim);
        return new BulkResult(line.Number, StatusCodes.Status201Created)
        {
            Id = made.Id,
            EvidenceIds = made.EvidenceIds.Count == 0 ? null : made.EvidenceIds,
            VerdictId = made.VerdictId,
        };
    }

    private static async Task<IReadOnlyList<string>> UpdateAsync(Change change, long id, BulkLine line)
    {
        if (line.Edit is not { } edit)
        {
            throw Problem.Conflict(
                $"Claim {id} exists: its sentences, evidence and verdicts are added by routes of their own.", Subject.Claim(id).Address);
        }

        var before = (await ClaimReader.FindAsync(change, id, change.Actor))!.ToBody();
        var after = edit.ApplyTo(before, ClaimBodyValidator.Instance) with
        {
            ExternalApp = before.ExternalApp, // By which it was found, or a claim that was merged into it.
            ExternalId = before.ExternalId,
        };
        var changed = Changed(before, after);
        if (changed.Count > 0)
        {
            await EditClaim.EditAsync(change, id, before, after);
        }

        return changed;
    }

    private static IReadOnlyList<string> Changed(ClaimBody before, ClaimBody after)
    {
        var old = JsonSerializer.SerializeToNode(before, ApiJson.Options)!.AsObject();
        return
        [
            .. JsonSerializer.SerializeToNode(after, ApiJson.Options)!.AsObject()
                .Where(member => !JsonNode.DeepEquals(member.Value, old[member.Key]))
                .Select(static member => member.Key),
        ];
    }
}
