using ClaimTracker.Api.Domain.Search;
using ClaimTracker.Api.Domain.Verdicts;

namespace ClaimTracker.Api.Features.Search;

internal sealed record SearchEverythingRequest
{
    /// <summary>What to look for: all of the words, "a phrase", beginning*, -not, title:word, text:word, name:word, note:word.</summary>
    [QueryParam]
    public string? Q { get; init; }

    /// <summary>What to look in; everything that the caller may see, if left out.</summary>
    [QueryParam]
    public IReadOnlyList<SearchKind>? Kinds { get; init; }

    /// <summary>Items, 20 if left out.</summary>
    [QueryParam]
    public int? Limit { get; init; }
}

/// <summary>What was found, the best first.</summary>
internal sealed record SearchEverythingResponse
{
    public required IReadOnlyList<FoundItem> Items { get; init; }

    /// <summary>For each kind that was looked in.</summary>
    public required IReadOnlyList<FoundCount> Counts { get; init; }
}

/// <summary>A thing that was found, and where the words stand in it.</summary>
internal sealed record FoundItem
{
    public required SearchKind Kind { get; init; }

    public required long Id { get; init; }

    /// <summary>The address of the resource.</summary>
    public required string Href { get; init; }

    public required string? Title { get; init; }

    /// <summary>How well it fits, beside the other items: of 1 for each word in a long text, to 6 for each in a title.</summary>
    public required double Score { get; init; }

    /// <summary>The part that the snippet is taken from.</summary>
    public required WordField Field { get; init; }

    /// <summary>The words around what was found, as they stand there.</summary>
    public required string Snippet { get; init; }

    /// <summary>What was found in the snippet, in code points of the snippet.</summary>
    public required IReadOnlyList<FoundMark> Marks { get; init; }
}

/// <summary>How much was found of a kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Ranked">The newest that were found: among them the best are chosen.</param>
/// <param name="More">Whether older ones were found too, which the list of that kind gives with the same <c>q</c>.</param>
internal sealed record FoundCount(SearchKind Kind, int Ranked, bool More);

internal sealed class SearchEverythingValidator : Validator<SearchEverythingRequest>
{
    public SearchEverythingValidator()
    {
        RuleFor(static r => r.Q).NotNull().WithMessage("is required");
        RuleFor(static r => r.Q).SearchWords();
        RuleFor(static r => r.Limit).InclusiveBetween(1, HttpLimits.PageSize);
    }
}

internal sealed class SearchEverything : ReadEndpoint<SearchEverythingRequest, SearchEverythingResponse>
{
    /// <summary>Things of a kind that are ranked: those of an article are read in full.</summary>
    private const int Ranked = 200;

    private const int RankedArticles = 50;
    private const int DefaultItems = 20;

    public override void Configure()
    {
        Get("");
        Group<SearchGroup>();
        Policies(nameof(Permission.Read));
        Summary(static s =>
        {
            s.Summary = "Search everything";
            s.Description =
                "Claims, articles with their text, sources, evidence, verdicts, comments and imported reviews, as far as the caller may "
                + "see them. Case, "
                + "accents, apostrophes, hyphens and English endings do not matter. Of each kind the newest 200 that are found are ranked, "
                + "of articles the newest 50; `counts` tells where there are more. Both engines find and rank the same.";
        });
        Description(static d => d.Produces<SearchEverythingResponse>().RunsHeavy(), clearDefaults: true);
    }

    public override async Task<SearchEverythingResponse> ReadAsync(ReadTx tx, Actor actor, SearchEverythingRequest request)
    {
        var query = WordQuery.Parse(request.Q!).Query!;
        var (items, counts) = (new List<FoundItem>(), new List<FoundCount>());
        foreach (var table in SearchTable.All.Where(table => request.Kinds?.Contains(table.Kind) != false && IsFor(actor, table.Kind)))
        {
            var most = table.Kind == SearchKind.Article ? RankedArticles : Ranked;
            var filter = SeenBy(actor, table.Kind).FoundBy(actor, table.Kind, "t.id", request.Q);
            var ids = await table.NewestAsync(tx, filter, most + 1);
            var things = await tx.ListAsync<SearchedThing>(table.Texts, new { Ids = ids.Take(most).ToArray() });
            items.AddRange(things.Select(thing => Item(table.Kind, thing, FoundWords.Of(query, thing.SeenBy(actor)))));
            counts.Add(new FoundCount(table.Kind, things.Count, ids.Count > most));
        }

        return new SearchEverythingResponse
        {
            Items =
            [
                .. items.OrderByDescending(static item => item.Score)
                    .ThenBy(static item => item.Kind)
                    .ThenByDescending(static item => item.Id)
                    .Take(request.Limit ?? DefaultItems),
            ],
            Counts = counts,
        };
    }

    private static bool IsFor(Actor actor, SearchKind kind) => kind != SearchKind.Comment || actor.IsInside;

    /// <summary>The things (<c>t</c>) that the list of the kind shows.</summary>
    private static Filter SeenBy(Actor actor, SearchKind kind) => kind switch
    {
        SearchKind.Claim => new Filter().And("t.status is not null"), // A merged claim has none.
        SearchKind.Article => new Filter().And("t.archived_at is null"),
        SearchKind.Source => new Filter().If(!actor.IsInside, "not t.confidential"),
        SearchKind.Evidence => new Filter()
            .If(!actor.IsInside, "t.internal is null")
            .If(!actor.IsInside, "not exists (select 1 from sources s where s.id = t.source_id and s.confidential)"),
        SearchKind.ImportedReview => new Filter().And("t.current"),
        SearchKind.Verdict => new Filter().If(!actor.SeesDrafts, "t.state in ('published', 'superseded', 'retracted')"),
        _ => new Filter(),
    };

    private static FoundItem Item(SearchKind kind, SearchedThing thing, FoundWords found) => new()
    {
        Kind = kind,
        Id = thing.Id,
        Href = AddressOf(kind, thing.Id),
        Title = thing.Title,
        Score = found.Score,
        Field = found.Field,
        Snippet = found.Snippet,
        Marks = found.Marks,
    };

    private static string AddressOf(SearchKind kind, long id) => (kind switch
    {
        SearchKind.Claim => Subject.Claim(id),
        SearchKind.Article => Subject.Article(id),
        SearchKind.Source => Subject.Source(id),
        SearchKind.Evidence => Subject.Evidence(id),
        SearchKind.Verdict => Subject.Verdict(id),
        SearchKind.ImportedReview => Subject.ImportedReview(id),
        _ => Subject.Comment(id),
    }).Address;
}
