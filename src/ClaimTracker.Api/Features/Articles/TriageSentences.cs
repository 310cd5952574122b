namespace ClaimTracker.Api.Features.Articles;

internal sealed record TriageSentencesRequest
{
    /// <summary>The article.</summary>
    [RouteParam]
    public long Id { get; init; }

    /// <summary>Whether a refusal of one undoes all.</summary>
    [QueryParam]
    public bool? Atomic { get; init; }

    public IReadOnlyList<TriageItem>? Items { get; init; }
}

/// <summary>The triage of one sentence among many.</summary>
internal sealed record TriageItem
{
    /// <summary>The sentence.</summary>
    public long? Id { get; init; }

    public Triage? State { get; init; }

    /// <summary>The reason; required for `skipped`.</summary>
    public string? Reason { get; init; }
}

internal sealed class TriageSentencesValidator : Validator<TriageSentencesRequest>
{
    public TriageSentencesValidator()
    {
        RuleFor(static r => r.Items).NotEmpty().WithMessage("must name at least one sentence").AtMost(Limits.ItemsAtOnce);
        RuleFor(static r => r.Items)
            .Must(static items => items is null || items.Select(static i => i?.Id).Distinct().Count() == items.Count)
            .WithMessage("must name each sentence once");
        RuleForEach(static r => r.Items).SetValidator(new TriageItemValidator());
    }
}

internal sealed class TriageItemValidator : AbstractValidator<TriageItem>
{
    public TriageItemValidator() => RuleFor(static i => i.Id).Present();
}

internal sealed class TriageSentences : WriteEndpoint<TriageSentencesRequest, ManyResponse>
{
    private const string ArticleSql = "select id from articles where id = @Id";
    private const string OfArticleSql = "select id from sentences where article_id = @Id and id in @ids";

    public override void Configure()
    {
        Patch("{id}/sentences");
        Group<ArticlesGroup>();
        Policies(nameof(Permission.Write));
        Summary(static s =>
        {
            s.Summary = "Triage many sentences at once";
            s.Description =
                "Each as PATCH /sentences/{id} would: a sentence that is refused harms no other, and its result says why. With "
                + "`atomic=true` all are triaged or none; the status of those that were not refused themselves is then 424.";
        });
        Description(static d => d.Produces<ManyResponse>().AnswersNoResource().ProducesProblem(404), clearDefaults: true);
    }

    public override async Task<Reply> WriteAsync(Change change, TriageSentencesRequest request)
    {
        if (!await change.AnyAsync(ArticleSql, new { request.Id }))
        {
            throw Subject.Article(request.Id).ToNotFound();
        }

        long[] ids = [.. request.Items!.Select(static item => item.Id!.Value)];
        var own = (await change.ListAsync<long>(OfArticleSql, new { request.Id, ids })).ToHashSet();
        return await ManyItems.RunAsync(
            change,
            HttpContext,
            [.. request.Items!.Select(static item => (item.Id!.Value, item))],
            request.Atomic == true,
            item => TriageAsync(change, own.Contains(item.Id!.Value), item));
    }

    private static Task TriageAsync(Change change, bool isOfArticle, TriageItem item) => isOfArticle
        ? TriageSentence.TriageAsync(change, item.Id!.Value, _ => Valid(new TriageBody { State = item.State, Reason = item.Reason }))
        : throw Subject.Sentence(item.Id!.Value).ToNotFound();

    private static TriageBody Valid(TriageBody body)
    {
        var result = TriageBodyValidator.Instance.Validate(body);
        return result.IsValid ? body : throw Problem.Invalid(result.Errors);
    }
}
