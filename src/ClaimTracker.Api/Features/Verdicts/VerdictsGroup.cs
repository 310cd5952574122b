using FastEndpoints;

namespace ClaimTracker.Api.Features.Verdicts;

/// <summary>The desk's judgements on claims.</summary>
internal sealed class VerdictsGroup : Group
{
    public const string Address = "/api/v1/verdicts/";

    public VerdictsGroup() => Configure("", static group => group.Tags("Verdicts"));
}
