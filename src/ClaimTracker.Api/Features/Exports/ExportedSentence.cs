using System.Text.Json;

namespace ClaimTracker.Api.Features.Exports;

/// <summary>A sentence that makes a claim, as a list shows it.</summary>
internal sealed record ExportedSentence(
    long SentenceId, long ArticleId, string? ArticleTitle, string? ArticleUrl, SentenceRole Role, string Text)
{
    /// <summary>All sentences (of a link <c>l</c>) that make a claim, or repeat or deny it, and that the actor may know of.</summary>
    private const string Sql = """
        (select json_group_array(json_object(
            'sentenceId', n.sentence_id, 'articleId', n.article_id, 'articleTitle', n.title, 'articleUrl', n.url, 'role', n.role,
            'text', n.text))
         from (
            select l.sentence_id, m.article_id, o.title, o.url, l.role, m.text
            from sentence_claims l
            join sentences m on m.id = l.sentence_id
            join articles o on o.id = m.article_id
            where l.claim_id =
        """;

    /// <summary>The same in a cell: each on a line, with the article that has it.</summary>
    private const string CellSql = """
        (select group_concat(n.line, '
        ')
         from (
            select m.text || coalesce(' (' || coalesce(o.title || ', ' || o.url, o.title, o.url) || ')', '') as line
            from sentence_claims l
            join sentences m on m.id = l.sentence_id
            join articles o on o.id = m.article_id
            where l.claim_id =
        """;

    private const string EndSql = "and (@SeesDesk or o.kind <> 'draft') order by l.sentence_id) n)";

    public const string OfVerdictSql = $"{Sql} v.current_claim_id {EndSql}";
    public const string OfClaimSql = $"{Sql} c.id {EndSql}";
    public const string CellOfVerdictSql = $"{CellSql} v.current_claim_id {EndSql}";
    public const string CellOfClaimSql = $"{CellSql} c.id {EndSql}";

    /// <summary>The sentences in a column of such SQL; null where there is none.</summary>
    public static object? OfColumn(object json) =>
        JsonSerializer.Deserialize<IReadOnlyList<ExportedSentence>>((string)json, ApiJson.Stored) is { Count: > 0 } sentences
            ? sentences
            : null;
}
