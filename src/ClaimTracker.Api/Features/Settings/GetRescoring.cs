using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Features.Settings;

internal sealed record GetRescoringRequest;

/// <summary>How far the sentences are scored by the weights in force.</summary>
internal sealed record RescoringResponse
{
    /// <summary>The version of the weights; 0 for those of the program.</summary>
    public required int Version { get; init; }

    /// <summary>How many sentences were looked at.</summary>
    public required long Done { get; init; }

    /// <summary>How many there were when it began; null as long as it has not.</summary>
    public required long? Of { get; init; }
}

internal sealed class GetRescoring : ReadEndpoint<GetRescoringRequest, RescoringResponse>
{
    public override void Configure()
    {
        Get("check-worthiness/rescoring");
        Group<SettingsGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "How far sentences are scored anew";
            s.Description =
                "Once weights are set, the sentences that are there are scored by them in the background. It is done when `done` is `of`. "
                + "Until then a sentence has its earlier score, and `weightsVersion` says by which weights.";
        });
        Description(static d => d.Produces<RescoringResponse>(), clearDefaults: true);
    }

    public override async Task<RescoringResponse> ReadAsync(ReadTx tx, Actor actor, GetRescoringRequest request)
    {
        if (await DeskWeights.FindAsync(tx) is not { } weights)
        {
            return new RescoringResponse { Version = 0, Done = 0, Of = 0 };
        }

        var rescoring = await Rescoring.FindAsync(tx, weights.Version);
        return new RescoringResponse
        {
            Version = weights.Version,
            Done = Math.Min(rescoring?.Done ?? 0, rescoring?.Total ?? 0), // What came in since is looked at too.
            Of = rescoring?.Total,
        };
    }
}
