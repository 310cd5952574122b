using ClaimTracker.Api.Domain.Comments;
using ClaimTracker.Api.Domain.Search;
using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Features.Comments;

internal sealed record ListCommentsRequest : ResourcesRequest
{
    private const string Id = "c.id";

    /// <summary>Words of the comment: all of them, "a phrase", beginning*, -not, author:name.</summary>
    [QueryParam]
    public string? Q { get; init; }

    /// <summary>The resource that they are on: article/3, claim/12, evidence/3, sentence/7 or verdict/5.</summary>
    [QueryParam]
    public string? Subject { get; init; }

    [QueryParam]
    public CommentState? State { get; init; }

    /// <summary>Name of the author; me for the caller.</summary>
    [QueryParam]
    public string? Author { get; init; }

    /// <summary>Name of a user that they mention; me for the caller, none for those that mention nobody.</summary>
    [QueryParam]
    public string? Mention { get; init; }

    /// <summary>Those that were changed at this instant or later.</summary>
    [QueryParam]
    public DateTimeOffset? UpdatedSince { get; init; }

    [QueryParam]
    public string? Sort { get; init; }

    private CommentSubject? Parsed => CommentSubject.TryParse(Subject);

    public Filter Filter(Actor actor, AskedUser author, AskedUser mention) => new Filter()
        .AnyOf("c.id", Ids)
        .FoundBy(actor, SearchKind.Comment, "c.id", Q)
        .Equal("c.article_id", Parsed?.IdOf(CommentSubjectKind.Article))
        .Equal("c.claim_id", Parsed?.IdOf(CommentSubjectKind.Claim))
        .Equal("c.evidence_id", Parsed?.IdOf(CommentSubjectKind.Evidence))
        .Equal("c.sentence_id", Parsed?.IdOf(CommentSubjectKind.Sentence))
        .Equal("c.verdict_id", Parsed?.IdOf(CommentSubjectKind.Verdict))
        .Among(
            UpdatedSince is not null,
            Id,
            "select x.id from comments x where x.updated_at >= @UpdatedSince",
            "coalesce(c.updated_at, c.updated_at) >= @UpdatedSince",
            new { UpdatedSince })
        .Among(
            State == CommentState.Open,
            Id,
            "select x.id from comments x where x.resolved_at is null",
            "coalesce(c.resolved_at, c.resolved_at) is null",
            new { })
        .Among(
            State == CommentState.Resolved,
            Id,
            "select x.id from comments x where x.resolved_at is not null",
            "coalesce(c.resolved_at, c.resolved_at) is not null",
            new { })
        .Among(
            author.Name is not null,
            Id,
            "select x.id from comments x where x.author = @Author",
            "coalesce(c.author, c.author) = @Author",
            new { Author = author.Name })
        .Among(
            mention.Name is not null,
            Id,
            "select m.comment_id from users u join comment_mentions m on m.user_id = u.id where u.name = @Mention",
            """
            exists (select 1 from comment_mentions m join users u on u.id = m.user_id
                    where m.comment_id = c.id and u.name = @Mention)
            """,
            new { Mention = mention.Name })
        .If(mention.IsNone, "not exists (select 1 from comment_mentions m where m.comment_id = c.id)");
}

internal sealed class ListCommentsValidator : PageRequestValidator<ListCommentsRequest>
{
    public ListCommentsValidator()
    {
        RuleFor(static r => r.Q).SearchWords();
        RuleFor(static r => r.Subject).NamesSubject();
        RuleFor(static r => r.Author).Optional(Limits.UserName);
        RuleFor(static r => r.Mention).Optional(Limits.UserName);
        RuleFor(static r => r.Sort).OneOf(ListComments.Sorts.Keys);
    }
}

internal sealed class ListComments : ListEndpoint<ListCommentsRequest, CommentResponse>
{
    public static readonly Dictionary<string, SortColumn> Sorts = SortColumn.IdAndUpdate("c.id", "c.updated_at");

    public override void Configure()
    {
        Get("");
        Group<CommentsGroup>();
        Policies(nameof(Permission.ReadDrafts));
        Summary(static s =>
        {
            s.Summary = "List comments";
            s.Description = "The newest first, unless `sort` says otherwise.";
        });
        Description(static d => d.Produces<Page<CommentResponse>>(), clearDefaults: true);
    }

    protected override SortColumn Sort(ListCommentsRequest request) => Sorts[request.Sort ?? "-id"];

    public override async Task<Page<CommentResponse>> ReadAsync(ReadTx tx, Actor actor, ListCommentsRequest request, Keyset keyset)
    {
        var author = await AskedUser.FindAsync(tx, actor, "author", request.Author);
        var mention = await AskedUser.FindAsync(tx, actor, "mention", request.Mention, orNone: true);
        return await tx.PageAsync(
            keyset, "c.id", "comments c", request.Filter(actor, author, mention), ids => CommentReader.LoadAsync(tx, ids));
    }
}
