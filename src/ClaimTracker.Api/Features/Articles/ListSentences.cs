using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Lists;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using ClaimTracker.Data;
using ClaimTracker.Text;
using Dapper;
using FastEndpoints;
using FluentValidation;

namespace ClaimTracker.Api.Features.Articles;

internal sealed record ListSentencesRequest : PageRequest
{
    /// <summary>The article.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>One of its versions; the newest, if left out.</summary>
    [QueryParam]
    public int? Version { get; init; }

    [QueryParam]
    public SentenceState? State { get; init; }

    [QueryParam]
    public BlockType? BlockType { get; init; }

    /// <summary>The least check-worthiness, from 0 to 1.</summary>
    [QueryParam]
    public double? MinScore { get; init; }

    /// <summary>none: sentences without evidence.</summary>
    [QueryParam]
    public Missing? Evidence { get; init; }

    /// <summary>none: sentences without any verdict, drafts among them.</summary>
    [QueryParam]
    public Missing? Verdict { get; init; }

    public SqlWhere Where() => new SqlWhere()
        .If(true, "p.article_id = @Id")
        .If(true, "p.version = @Version")
        .If(State is not null, "st.state = @State")
        .If(BlockType is not null, "b.type = @BlockType")
        .If(MinScore is not null, "s.score >= @MinScore")
        .If(Evidence is not null, """
            not exists (select 1 from sentence_claims l join claim_evidence e on e.claim_id = l.claim_id where l.sentence_id = s.id)
            """)
        .If(Verdict is not null, """
            not exists (select 1 from sentence_claims l join verdicts v on v.claim_id = l.claim_id where l.sentence_id = s.id)
            """);

    public DynamicParameters Parameters(int version) => new(new
    {
        Id,
        Version = version,
        State = State?.ToWord(),
        BlockType = BlockType?.ToWord(),
        MinScore,
    });
}

internal sealed class ListSentencesValidator : PageRequestValidator<ListSentencesRequest>
{
    public ListSentencesValidator() => RuleFor(static r => r.MinScore).InclusiveBetween(0, 1).WithMessage("must be from 0 to 1");
}

internal sealed class ListSentences(Db db) : Endpoint<ListSentencesRequest, Page<SentenceResponse>>
{
    private const string VersionSql = """
        select v.version
        from articles a
        join article_versions v on v.article_id = a.id and v.version = coalesce(@Version, a.version)
        where a.id = @Id
        """;

    public override void Configure()
    {
        Get("/articles/{id}/sentences");
        Group<ArticlesGroup>();
        Description(static d => d.For(Permission.Read).Says("The sentences of an article, in order").Gives<Page<SentenceResponse>>().Refuses(404));
    }

    public override async Task HandleAsync(ListSentencesRequest request, CancellationToken ct)
    {
        var keyset = Keyset.Of(request, HttpContext, SortColumn.ById("p.ordinal"));
        await Send.PageAsync(await db.ReadAsync(tx => ReadAsync(tx, request, keyset, HttpContext.Actor()), ct));
    }

    private static async Task<Page<SentenceResponse>> ReadAsync(ReadTx tx, ListSentencesRequest request, Keyset keyset, Actor actor)
    {
        var version = await tx.FirstAsync<int?>(VersionSql, new { request.Id, request.Version })
            ?? throw Problem.NotFound(request.Version is { } wanted ? $"version {wanted} of article" : "article", request.Id);
        var sql = $"""
            {SentenceRow.Sql}
            {keyset.Continue(request.Where())}
            {keyset.OrderBy}
            limit @Take
            """;
        var (rows, next) = keyset.Cut(await tx.ListAsync<SentenceRow>(sql, keyset.AddTo(request.Parameters(version))), static row => (null, row.Ordinal));
        var total = request.Count == true
            ? await tx.SingleAsync<long>($"select count(*) from ({SentenceRow.Sql} {request.Where()}) as counted", request.Parameters(version))
            : (long?)null;
        return new Page<SentenceResponse>(await SentenceLoader.WithClaimsAsync(tx, rows, actor), next) { Total = total };
    }
}
