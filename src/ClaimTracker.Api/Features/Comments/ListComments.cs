using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.Lists;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Records;
using ClaimTracker.Data;
using Dapper;
using FastEndpoints;
using FluentValidation;

namespace ClaimTracker.Api.Features.Comments;

internal sealed record ListCommentsRequest : PageRequest
{
    /// <summary>What they are on: claim/12, evidence/3, sentence/7 or verdict/5.</summary>
    [QueryParam]
    public string? Subject { get; init; }

    [QueryParam]
    public CommentState? State { get; init; }

    /// <summary>Name of the user who wrote them.</summary>
    [QueryParam]
    public string? Author { get; init; }

    /// <summary>Name of a user whom they mention.</summary>
    [QueryParam]
    public string? Mention { get; init; }

    [QueryParam]
    public string? Sort { get; init; }

    private CommentSubject? Parsed => CommentSubject.TryParse(Subject);

    public SqlWhere Where() => new SqlWhere()
        .If(Parsed?.Kind == CommentSubjectKind.Claim, "c.claim_id = @SubjectId")
        .If(Parsed?.Kind == CommentSubjectKind.Evidence, "c.evidence_id = @SubjectId")
        .If(Parsed?.Kind == CommentSubjectKind.Sentence, "c.sentence_id = @SubjectId")
        .If(Parsed?.Kind == CommentSubjectKind.Verdict, "c.verdict_id = @SubjectId")
        .If(State == CommentState.Open, "c.resolved_at is null")
        .If(State == CommentState.Resolved, "c.resolved_at is not null")
        .If(Author is not null, "c.author = (select u.name from users u where u.name_key = @Author)")
        .If(Mention is not null, """
            exists (select 1 from comment_mentions m join users u on u.id = m.user_id
                    where m.comment_id = c.id and u.name_key = @Mention)
            """);

    public DynamicParameters Parameters() => new(new
    {
        SubjectId = Parsed?.Id,
        Author = Author is null ? null : TextKey.Of(Author),
        Mention = Mention is null ? null : TextKey.Of(Mention),
    });
}

internal sealed class ListCommentsValidator : PageRequestValidator<ListCommentsRequest>
{
    public ListCommentsValidator()
    {
        RuleFor(static r => r.Subject).Must(static subject => subject is null || CommentSubject.TryParse(subject) is not null).WithMessage(CommentSubject.Expected);
        RuleFor(static r => r.Author).Optional(Limits.UserName);
        RuleFor(static r => r.Mention).Optional(Limits.UserName);
        RuleFor(static r => r.Sort).OneOf(ListComments.Sorts.Keys);
    }
}

internal sealed class ListComments(Db db) : Endpoint<ListCommentsRequest, Page<CommentResponse>>
{
    public static readonly Dictionary<string, SortColumn> Sorts = SortColumn.IdBothWays("c.id");

    public override void Configure()
    {
        Get("/comments");
        Group<CommentsGroup>();
        Description(static d => d.For(Permission.ReadDrafts).Says("List comments", "The newest first, unless `sort` says otherwise.").Gives<Page<CommentResponse>>());
    }

    public override async Task HandleAsync(ListCommentsRequest request, CancellationToken ct)
    {
        var keyset = Keyset.Of(request, HttpContext, Sorts[request.Sort ?? "-id"]);
        await Send.PageAsync(await db.ReadAsync(tx => ReadAsync(tx, request, keyset), ct));
    }

    private static async Task<Page<CommentResponse>> ReadAsync(ReadTx tx, ListCommentsRequest request, Keyset keyset)
    {
        var total = request.Count == true
            ? await tx.SingleAsync<long>($"select count(*) from comments c {request.Where()}", request.Parameters())
            : (long?)null;
        var sql = $"""
            select c.id
            from comments c
            {keyset.Continue(request.Where())}
            {keyset.OrderBy}
            limit @Take
            """;
        var (ids, next) = keyset.Cut(await tx.ListAsync<long>(sql, keyset.AddTo(request.Parameters())), static id => (null, id));
        return new Page<CommentResponse>(await CommentRow.LoadAsync(tx, [.. ids]), next) { Total = total };
    }
}
