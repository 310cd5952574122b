using System.Text.Json;

namespace ClaimTracker.Api.Features.Settings;

internal sealed record SetCheckWorthinessRequest
{
    /// <summary>The sum with which every sentence starts; that of the program, if left out.</summary>
    public double? Prior { get; init; }

    /// <summary>Components that are left out weigh what they weigh in the program.</summary>
    public IReadOnlyList<WeightBody>? Weights { get; init; }
}

internal sealed class SetCheckWorthinessValidator : Validator<SetCheckWorthinessRequest>
{
    public SetCheckWorthinessValidator()
    {
        RuleFor(static w => w.Prior).InclusiveBetween(WorthinessWeights.Lowest, WorthinessWeights.Highest)
            .WithMessage("must be from -5 to 5");
        RuleFor(static w => w.Weights).Present().AtMost(Limits.Weights);
        RuleFor(static w => w.Weights)
            .Must(static all => all is null || all.DistinctBy(static w => w?.Component, StringComparer.Ordinal).Count() == all.Count)
            .WithMessage("must name each component once");
        RuleForEach(static w => w.Weights).Present().SetValidator(new WeightBodyValidator());
    }
}

internal sealed class SetCheckWorthiness : WriteEndpoint<SetCheckWorthinessRequest, CheckWorthinessResponse>
{
    private const string InsertSql = """
        insert into worthiness_weights (version, prior, weights, set_by, set_at)
        values (@version, @Prior, @weights, @Name, @Now)
        """;

    public override void Configure()
    {
        Put("check-worthiness");
        Group<SettingsGroup>();
        Policies(nameof(Permission.Publish));
        Summary(static s =>
        {
            s.Summary = "Set the weights of check-worthiness";
            s.Description =
                "Sentences that come in from then on are scored with them, and those that are there in the background: "
                + "`GET /settings/check-worthiness/rescoring` says how far. The history keeps what a sentence came in with.";
        });
        Description(static d => d.Produces<CheckWorthinessResponse>().AnswersNoResource().RequiresIfMatch(), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, SetCheckWorthinessRequest request)
    {
        var current = await CheckWorthinessResponse.FindAsync(change);
        change.RequireUnchanged(current);
        var given = request.Weights!.ToDictionary(static w => w.Component!, static w => w.Weight!.Value + 0.0, StringComparer.Ordinal);
        var weights = WorthinessWeights.Names.ToDictionary(
            static name => name,
            name => given.TryGetValue(name, out var weight) ? weight : WorthinessWeights.Default.Components[name],
            StringComparer.Ordinal);
        var version = current.Version + 1;
        await change.ExecuteAsync(InsertSql, new
        {
            version,
            Prior = (request.Prior ?? WorthinessWeights.Default.Prior) + 0.0,
            weights = JsonSerializer.Serialize(weights),
            change.Actor.Name,
            change.Now,
        });
        var set = await CheckWorthinessResponse.FindAsync(change);
        await change.RecordAsync(EventKind.SettingsCheckWorthinessChanged, Subject.Settings(version), WeightsOf(current), WeightsOf(set));
        return Reply.Answer(set);
    }

    private static SetCheckWorthinessRequest WeightsOf(CheckWorthinessResponse settings) => new()
    {
        Prior = settings.Prior,
        Weights = [.. settings.Weights.Select(static w => new WeightBody { Component = w.Component, Weight = w.Weight })],
    };
}
