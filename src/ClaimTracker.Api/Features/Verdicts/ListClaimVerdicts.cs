using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Lists;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using Dapper;
using FastEndpoints;
using FluentValidation;

namespace ClaimTracker.Api.Features.Verdicts;

internal sealed record ListClaimVerdictsRequest : PageRequest
{
    /// <summary>The claim.</summary>
    [RouteParam]
    public long Id { get; init; }

    [QueryParam]
    public VerdictState? State { get; init; }

    /// <summary>What stood at that instant: published by then, and neither superseded nor retracted yet.</summary>
    [QueryParam]
    public DateTimeOffset? AsOf { get; init; }

    public SqlWhere Where(Actor actor) => new SqlWhere()
        .If(true, "v.claim_id = @Id")
        .If(!actor.SeesDrafts, "v.state in ('published', 'superseded', 'retracted')")
        .If(State is not null && AsOf is null, "v.state = @State")
        .If(AsOf is not null, "v.published_at <= @AsOf and (v.ended_at is null or v.ended_at > @AsOf)");

    public DynamicParameters Parameters() => new(new { Id, State = State?.ToWord(), AsOf });
}

internal sealed class ListClaimVerdictsValidator : PageRequestValidator<ListClaimVerdictsRequest>
{
    public ListClaimVerdictsValidator() => RuleFor(static r => r.State)
        .Must(static state => state is null or VerdictState.Published).When(static r => r.AsOf is not null)
        .WithMessage("must be published, or left out, together with asOf");
}

internal sealed class ListClaimVerdicts(Db db) : Endpoint<ListClaimVerdictsRequest, Page<VerdictResponse>>
{
    private const string ClaimSql = "select id from claims where id = @Id";
    private const string PublishedOnSql = "select id from verdicts where claim_id = @Id and state in ('published', 'superseded', 'retracted') limit 1";

    public override void Configure()
    {
        Get("/claims/{id}/verdicts");
        Group<VerdictsGroup>();
        Description(static d => d.For(Permission.ReadPublished).Says("The verdicts on a claim", "In the order in which they were drafted. With `asOf`, those that stood at that instant, as they were then.").Gives<Page<VerdictResponse>>().Refuses(404));
    }

    public override async Task HandleAsync(ListClaimVerdictsRequest request, CancellationToken ct)
    {
        var keyset = Keyset.Of(request, HttpContext, SortColumn.ById("v.id"));
        await Send.PageAsync(await db.ReadAsync(tx => ReadAsync(tx, request, keyset, HttpContext.Actor()), ct));
    }

    private static async Task<Page<VerdictResponse>> ReadAsync(ReadTx tx, ListClaimVerdictsRequest request, Keyset keyset, Actor actor)
    {
        // Who may not read claims knows of one by what was published on it.
        if (!await tx.AnyAsync(actor.SeesDesk ? ClaimSql : PublishedOnSql, new { request.Id }))
        {
            throw Problem.NotFound("claim", request.Id);
        }

        var total = request.Count == true
            ? await tx.SingleAsync<long>($"select count(*) from verdicts v {request.Where(actor)}", request.Parameters())
            : (long?)null;
        var sql = $"""
            select v.id
            from verdicts v
            {keyset.Continue(request.Where(actor))}
            {keyset.OrderBy}
            limit @Take
            """;
        var (ids, next) = keyset.Cut(await tx.ListAsync<long>(sql, keyset.AddTo(request.Parameters())), static id => (null, id));
        return new Page<VerdictResponse>(await VerdictLoader.LoadAsync(tx, [.. ids], actor, request.AsOf), next) { Total = total };
    }
}
