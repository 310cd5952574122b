namespace ClaimTracker.Api.Domain.Sentences;

/// <summary>
/// The check-worthiness of sentences by the weights that the desk has set. What a sentence came in with stands in its own row, for which
/// the history vouches.
/// </summary>
internal static class SentenceScoreRows
{
    /// <summary>Joins the scores to sentences (<c>s</c>).</summary>
    public const string JoinSql = "left join sentence_scores w on w.sentence_id = s.id";

    /// <summary>The present score of a sentence.</summary>
    public const string ScoreSql = "coalesce(w.score, s.score)";

    /// <summary>What it is made of.</summary>
    public const string ComponentsSql = "coalesce(w.components, s.score_components)";

    /// <summary>The version of the weights that made it; 0 for those of the program.</summary>
    public const string VersionSql = "coalesce(w.version, 0)";

    private const string InsertSql = "insert into sentence_scores (sentence_id, version, score, components)";

    private const string BlankSql = """
        update sentence_scores
        set components = '[]'
        where components is not null and sentence_id in (select id from sentences where article_id = @article)
        """;

    /// <summary>Notes by which weights new sentences were scored.</summary>
    /// <param name="change">The change that writes them.</param>
    /// <param name="sentences">Their ids.</param>
    /// <param name="version">The version of the weights; for 0 there is nothing to note.</param>
    public static Task NoteAsync(Change change, IEnumerable<object?> sentences, int version) => version == 0
        ? Task.CompletedTask
        : change.InsertRowsAsync(InsertSql, [.. sentences.Select(id => new[] { id, version, null, null })]);

    /// <summary>Takes the words of an article out of the reasons.</summary>
    public static Task BlankAsync(Change change, long article) => change.ExecuteAsync(BlankSql, new { article });
}
