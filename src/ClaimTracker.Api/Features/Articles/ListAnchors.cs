namespace ClaimTracker.Api.Features.Articles;

internal sealed record ListAnchorsRequest : PageRequest
{
    /// <summary>The article.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>Only these; a page may then have fewer items than `limit`, and still be followed by others.</summary>
    [QueryParam]
    public IReadOnlyList<AnchorState>? State { get; init; }
}

internal sealed class ListAnchorsValidator : PageRequestValidator<ListAnchorsRequest>;

internal sealed class ListAnchors : ListEndpoint<ListAnchorsRequest, AnchorResponse>
{
    private const string Columns = """
        l.claim_id,
        l.sentence_id,
        l.needs_recheck,
        s.text as now,
        p.start_offset as "start",
        p.end_offset as "end",
        f.text as words,
        (select q.prefix from sentence_positions q where q.sentence_id = f.id order by q.version limit 1) as prefix,
        (select q.suffix from sentence_positions q where q.sentence_id = f.id order by q.version limit 1) as suffix,
        (l.needs_recheck or p.sentence_id is null)
            and exists (select 1 from sentences t where t.article_id = f.article_id and t.text = f.text and t.id <> f.id) as has_twins
        """;

    private const string From = """
        sentences s
        join sentence_claims l on l.sentence_id = s.id
        join sentences f on f.id = coalesce(l.first_sentence, l.sentence_id)
        join newest_layouts a on a.article_id = s.article_id
        left join sentence_positions p on p.sentence_id = s.id and p.layout = a.layout and p.gone_in is null
        """;

    public override void Configure()
    {
        Get("{id}/anchors");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "Where the words of its claims are now";
            s.Description =
                "In the newest version, by the id of the sentence. After an edit `state=ambiguous` and `state=lost` are what somebody has "
                + "to look at: a place is named only if it is certain.";
        });
        Description(static d => d.Produces<Page<AnchorResponse>>().ProducesProblem(404), clearDefaults: true);
    }

    protected override SortColumn Sort(ListAnchorsRequest request) => new("l.sentence_id", "l.claim_id", Descending: false, typeof(long));

    public override async Task<Page<AnchorResponse>> ReadAsync(ReadTx tx, Actor actor, ListAnchorsRequest request, Keyset keyset)
    {
        var text = await VersionReader.TextAsync(tx, request.Id, version: null);
        var query = new PageQuery<AnchorRow>(
            Columns, From, new Filter().Equal("s.article_id", request.Id), static row => (row.SentenceId, row.ClaimId));
        return await tx.PageAsync(keyset, query, rows => Task.FromResult<IReadOnlyList<AnchorResponse>>(
            [.. rows.Select(row => row.In(text)).Where(anchor => request.State?.Contains(anchor.State) != false)]));
    }
}
