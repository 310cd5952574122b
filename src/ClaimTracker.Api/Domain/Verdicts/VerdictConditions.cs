namespace ClaimTracker.Api.Domain.Verdicts;

/// <summary>A request for the verdicts in a state, or for those in force at an instant.</summary>
internal interface IVerdictsAsOf
{
    IReadOnlyList<VerdictState>? State { get; }

    DateTimeOffset? AsOf { get; }
}

internal sealed class VerdictsAsOfValidator : AbstractValidator<IVerdictsAsOf>
{
    public static readonly VerdictsAsOfValidator Instance = new();

    public VerdictsAsOfValidator() => RuleFor(static r => r.State)
        .Must(static state => state is null or [VerdictState.Published]).When(static r => r.AsOf is not null)
        .WithMessage("must be published or left out when asOf is sent");
}

/// <summary>Conditions on verdicts (<c>v</c>) that several lists share.</summary>
internal static class VerdictConditions
{
    /// <summary>Verdicts that are published, or once were.</summary>
    public const string WasPublishedSql = "v.state in ('published', 'superseded', 'retracted')";

    /// <summary>
    /// Scales (<c>s</c>) that all may know of. Those that a desk prepares are its own business. The offset keeps PostgreSQL from reading
    /// all verdicts at once.
    /// </summary>
    public const string ShownScaleSql = $"""
        (s.is_default or exists (
            select 1
            from verdicts v
            join ratings r on r.id = v.rating_id
            where r.scale_id = s.id and {WasPublishedSql}
            limit 1 offset 0))
        """;

    /// <summary>
    /// Verdicts that wait for somebody: drafts that were returned to them, and what is to be approved or published by whom may do so.
    /// The approver is none of the writers: the rule of VerdictWorkflow, for the database.
    /// </summary>
    public const string WaitingSql = """
        v.id in (
            select d.id from verdicts d where d.author = @Me and d.state = 'draft' and d.rejected_at is not null
            union all
            select d.id from verdicts d where @MayPublish and d.state = 'approved'
            union all
            select d.id
            from verdicts d
            where @MayPublish
                and d.state = 'in_review'
                and coalesce(d.submitted_by, '') <> @Me
                and not exists (select 1 from verdict_writers w where w.verdict_id = d.id and w.name = @Me))
        """;

    /// <summary>Verdicts that wait for the actor; null asks for nothing.</summary>
    public static Filter OnlyWaitingFor(this Filter filter, Actor actor, WaitingFor? asked) => filter.If(
        asked is not null,
        WaitingSql,
        new { Me = actor.Name, MayPublish = actor.Decide(Permission.Publish) == Decision.Allowed });

    /// <summary>
    /// Whether the actor may know of a verdict in that state. A verdict that was published once stays public, even after it is corrected
    /// or retracted; the others are for actors who may see drafts.
    /// </summary>
    public static bool Sees(this Actor actor, VerdictState state) =>
        actor.SeesDrafts || state is VerdictState.Published or VerdictState.Superseded or VerdictState.Retracted;

    /// <summary>Verdicts that the actor may know of: the rule of <see cref="Sees"/>, for the database. A test compares the two.</summary>
    public static Filter OnlySeenBy(this Filter filter, Actor actor) =>
        filter.If(!actor.SeesDrafts, WasPublishedSql);

    /// <summary>Scales that the actor may know of: the public those that something published uses, and the default one.</summary>
    public static Filter OnlyScalesSeenBy(this Filter filter, Actor actor) => filter.If(!actor.SeesDesk, ShownScaleSql);

    /// <summary>Verdicts in a state; or those in force at an instant: published by then, and not yet superseded or retracted.</summary>
    public static Filter AsOf(this Filter filter, IVerdictsAsOf request) => request.AsOf is not { } instant
        ? filter.Among(
            request.State is not null,
            "v.id",
            "select x.id from verdicts x where x.state in @State",
            "coalesce(v.state, v.state) in @State",
            new { State = ColumnTypes.Columns(request.State ?? []) })
        : filter
            .Among(
                true,
                "v.id",
                "select x.id from verdicts x where x.published_at <= @AsOf",
                "coalesce(v.published_at, v.published_at) <= @AsOf",
                new { AsOf = instant })
            .And("(v.ended_at is null or v.ended_at > @AsOf)");
}
