namespace ClaimTracker.Api.Features.Matches;

internal sealed record MatchArticleRequest
{
    /// <summary>The article.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>The most claims to find for each sentence; 3, if left out.</summary>
    [QueryParam]
    public int? Limit { get; init; }
}

/// <summary>Sentences of an article with claims that may say the same; those with the best match first.</summary>
internal sealed record MatchArticleResponse(IReadOnlyList<MatchedSentence> Items);

/// <summary>A sentence, and claims that may say the same, best first.</summary>
internal sealed record MatchedSentence(long SentenceId, int Ordinal, string Text, IReadOnlyList<MatchResponse> Matches);

internal sealed class MatchArticleValidator : Validator<MatchArticleRequest>
{
    public MatchArticleValidator() => RuleFor(static r => r.Limit)
        .InclusiveBetween(1, Limits.Matches).WithMessage($"must be from 1 to {Limits.Matches}");
}

internal sealed class MatchArticle(Db db, MatchFinder finder) : Endpoint<MatchArticleRequest, MatchArticleResponse>
{
    private const int UsualLimit = 3;
    private const string ArticleSql = "select id from articles where id = @Id";

    private const string SentencesSql = """
        select s.id, p.ordinal, s.text
        from articles a
        join version_sentences p on p.article_id = a.id and p.version = a.version
        join sentences s on s.id = p.sentence_id
        join sentence_states st on st.sentence_id = s.id
        where a.id = @Id and st.state = 'open'
        order by s.score desc, p.ordinal
        limit @ItemsAtOnce + 0
        """;

    public override void Configure()
    {
        Post("{id}/matches");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "Find earlier checks of all open sentences";
            s.Description =
                "Of the newest version. The sentences with the best match come first; one without any is left out. Of an article with "
                + $"more than {Limits.ItemsAtOnce} open sentences, those that most deserve a check are looked up. Nothing is stored.";
        });
        Description(
            static d => d.Produces<MatchArticleResponse>().AnswersNoResource().ProducesProblem(404).RunsHeavy(), clearDefaults: true);
    }

    public override async Task HandleAsync(MatchArticleRequest request, CancellationToken ct)
    {
        var sentences = await db.ReadAsync(
            async tx => await tx.AnyAsync(ArticleSql, new { request.Id })
                ? await tx.ListAsync<(long Id, int Ordinal, string Text)>(SentencesSql, new { request.Id, Limits.ItemsAtOnce })
                : throw Subject.Article(request.Id).ToNotFound(),
            ct);
        var found = await finder.FindAsync(
            HttpContext.Actor(),
            [.. sentences.Select(sentence => new AskedText(sentence.Text, Title: null, request.Limit ?? UsualLimit))],
            ct);
        await Send.AnswerAsync(new MatchArticleResponse(
        [
            .. sentences.Zip(found, static (sentence, matches) =>
                    new MatchedSentence(sentence.Id, sentence.Ordinal, sentence.Text, matches))
                .Where(static sentence => sentence.Matches.Count > 0)
                .OrderByDescending(static sentence => sentence.Matches[0].Score)
                .ThenBy(static sentence => sentence.Ordinal),
        ]));
    }
}
