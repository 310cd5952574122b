namespace ClaimTracker.Api.Features.Articles;

internal sealed record ListSentencesRequest : ResourcesRequest
{
    /// <summary>The article.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>One of its versions; the newest, if left out. With `state=orphaned` those that are gone from it.</summary>
    [QueryParam]
    public int? Version { get; init; }

    [QueryParam]
    public IReadOnlyList<SentenceState>? State { get; init; }

    [QueryParam]
    public IReadOnlyList<BlockType>? BlockType { get; init; }

    /// <summary>The least check-worthiness, from 0 to 1.</summary>
    [QueryParam]
    public double? MinScore { get; init; }

    /// <summary>none: sentences without evidence.</summary>
    [QueryParam]
    public Missing? Evidence { get; init; }

    /// <summary>none: sentences without any verdict, not even a draft.</summary>
    [QueryParam]
    public Missing? Verdict { get; init; }

    /// <summary>none: sentences for which their writer named no source; open: those with one to settle; any: those with one.</summary>
    [QueryParam]
    public CitedBy? Citations { get; init; }

    public bool AsksForOrphans() => State is [SentenceState.Orphaned] && Version is null;

    /// <param name="version">The version; null for the orphans of all.</param>
    public Filter Filter(int? version) => new Filter()
        .AnyOf("s.id", Ids)
        .Equal("p.article_id", Id)
        .Equal("p.version", version)
        .If(version is null, "exists (select 1 from sentence_claims l where l.sentence_id = s.id)")
        .AnyOf("st.state", State)
        .AnyOf("b.type", BlockType)
        .From("coalesce(w.score, s.score)", MinScore)
        .If(Evidence is not null, """
            not exists (select 1 from sentence_claims l join claim_evidence e on e.claim_id = l.claim_id where l.sentence_id = s.id)
            """)
        .If(Verdict is not null, """
            not exists (select 1 from sentence_claims l join verdicts v on v.current_claim_id = l.claim_id where l.sentence_id = s.id)
            """)
        .If(
            Citations == CitedBy.None,
            "not exists (select 1 from citations n where n.sentence_id = s.id and n.state in ('open', 'accepted'))")
        .If(Citations == CitedBy.Open, "exists (select 1 from citations n where n.sentence_id = s.id and n.state = 'open')")
        .If(
            Citations == CitedBy.Any,
            "exists (select 1 from citations n where n.sentence_id = s.id and n.state in ('open', 'accepted'))");
}

internal sealed class ListSentencesValidator : PageRequestValidator<ListSentencesRequest>
{
    public ListSentencesValidator()
    {
        RuleFor(static r => r.MinScore).InclusiveBetween(0, 1).WithMessage("must be from 0 to 1");
        RuleFor(static r => r.State)
            .Must(static state => state is null or [_] || !state.Contains(SentenceState.Orphaned)).When(static r => r.Version is null)
            .WithMessage("must have orphaned alone, or along with a version: those sentences are not in the newest");
        RefuseTagsWith("version", static r => r.Version is not null);
    }
}

internal sealed class ListSentences : ListEndpoint<ListSentencesRequest, SentenceResponse>
{
    public override void Configure()
    {
        Get("{id}/sentences");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "The sentences of an article, in order";
            s.Description =
                "Of the newest version, or of `version`. `state=orphaned` without a version lists the sentences that are gone from the "
                + "newest version but still have claims, each as it last was, in the order of their ids.";
        });
        Description(static d => d.Produces<Page<SentenceResponse>>().ProducesProblem(404), clearDefaults: true);
    }

    protected override SortColumn Sort(ListSentencesRequest request) =>
        SortColumn.ById(request.AsksForOrphans() ? "s.id" : "p.start_offset");

    public override async Task<Page<SentenceResponse>> ReadAsync(ReadTx tx, Actor actor, ListSentencesRequest request, Keyset keyset)
    {
        var version = await VersionReader.NumberAsync(tx, request.Id, request.Version);
        return request.AsksForOrphans()
            ? await SentenceReader.PageOfOrphansAsync(tx, keyset, request.Filter(version: null), actor)
            : await SentenceReader.PageAsync(tx, keyset, request.Filter(version), actor);
    }
}
