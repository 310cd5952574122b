using ClaimTracker.Api.Domain.Users;

namespace ClaimTracker.Api.Domain.Articles;

/// <summary>The conditions on articles (<c>a</c>) that a list asks for, each in two forms: <see cref="Filter.Among"/>.</summary>
internal static class ArticleConditions
{
    private const string Id = "a.id";

    // The state is asked article by article, up to the first blocker: of an `exists` PostgreSQL would first gather those of all articles.
    private const string StateSql = """
        @Blocked = case
            when a.set_apart > 0 then 1
            else coalesce((select 1 from sentence_blockers b where b.article_id = a.id limit 1), 0)
        end
        """;

    // The index of PostgreSQL has the beginning of a publisher, which may be long.
    public static Filter Of(ArticleFilter asked, AskedUser assignee) => new Filter()
        .Among(
            asked.UpdatedSince is not null,
            Id,
            "select x.id from articles x where x.updated_at >= @UpdatedSince",
            "coalesce(a.updated_at, a.updated_at) >= @UpdatedSince",
            new { asked.UpdatedSince })
        .Among(
            asked.Publisher is not null,
            Id,
            "select x.id from articles x where substr(x.publisher, 1, 200) = substr(@Publisher, 1, 200) and x.publisher = @Publisher",
            "coalesce(a.publisher, a.publisher) = @Publisher",
            new { asked.Publisher })
        .Among(
            asked.From is not null || asked.To is not null,
            Id,
            """
            select x.id
            from articles x
            where x.published_on >= @FromYear and x.published_on || '~' >= @FromDate and x.published_on <= @ToEnd
            """,
            "a.published_on || '~' >= @FromDate and a.published_on || '' <= @ToEnd",
            new { FromYear = asked.From?.Year ?? "", FromDate = asked.From?.ToString() ?? "", ToEnd = asked.To?.End ?? PartialDate.Last })
        .Among(
            asked.ExternalApp is not null && asked.ExternalId is null,
            Id,
            "select x.id from articles x where x.external_app = @ExternalApp",
            "coalesce(a.external_app, a.external_app) = @ExternalApp",
            new { asked.ExternalApp })
        .Among(
            assignee.Name is not null,
            Id,
            "select x.id from articles x where x.assignee = @Assignee",
            "coalesce(a.assignee, a.assignee) = @Assignee",
            new { Assignee = assignee.Name })
        .Among(
            assignee.IsNone,
            Id,
            "select x.id from articles x where x.assignee is null",
            "coalesce(a.assignee, a.assignee) is null",
            new { })
        .If(asked.State is not null, StateSql, new { Blocked = asked.State is ArticleState.Blocked ? 1 : 0 });
}
