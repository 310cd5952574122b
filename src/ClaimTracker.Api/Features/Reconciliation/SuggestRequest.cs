namespace ClaimTracker.Api.Features.Reconciliation;

/// <summary>
/// What is completed, as the Reconciliation Service API 0.2 asks. The suggest box of OpenRefine, which was made for Freebase, sends more
/// with each request than that knows: all of it is taken, and only the type counts.
/// </summary>
internal sealed record SuggestRequest
{
    /// <summary>What was typed so far.</summary>
    [QueryParam]
    public string? Prefix { get; init; }

    /// <summary>claim, claimant or source: of which type. Another word counts as none.</summary>
    [QueryParam]
    public string? Type { get; init; }

    /// <summary>Sent by OpenRefine; makes no difference.</summary>
    [QueryParam]
    public string? Spell { get; init; }

    /// <summary>Sent by OpenRefine; makes no difference.</summary>
    [QueryParam]
    public string? Exact { get; init; }

    /// <summary>Sent by OpenRefine; makes no difference.</summary>
    [QueryParam]
    public string? Scoring { get; init; }

    /// <summary>Sent by OpenRefine; makes no difference.</summary>
    [QueryParam]
    public string? Prefixed { get; init; }

    /// <summary>Sent by OpenRefine for what has a colon in it; makes no difference.</summary>
    [QueryParam]
    public string? Filter { get; init; }

    /// <summary>The type that is wanted; null for any.</summary>
    internal ReconciledType? Wanted =>
        EnumWords.TryParse(typeof(ReconciledType), Type ?? "", out var type) ? (ReconciledType)type! : null;
}

internal sealed class SuggestValidator : Validator<SuggestRequest>
{
    public SuggestValidator()
    {
        RuleFor(static r => r.Prefix).NotNull().WithMessage("is required");
        RuleFor(static r => r.Prefix).Optional(Limits.Text);
        RuleFor(static r => r.Type).Optional(Limits.Text);
        RuleFor(static r => r.Spell).Optional(Limits.Text);
        RuleFor(static r => r.Exact).Optional(Limits.Text);
        RuleFor(static r => r.Scoring).Optional(Limits.Text);
        RuleFor(static r => r.Prefixed).Optional(Limits.Text);
        RuleFor(static r => r.Filter).Optional(Limits.Text);
    }
}
