using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Domain.Matching;

/// <summary>Finds the claims, the reviews and the earlier sentences that may say what the open sentences of an article say.</summary>
internal sealed class ArticleMatches(Db db, MatchFinder finder, ReviewFinder reviews, EarlierSentences texts)
{
    /// <summary>The claims that are found for each sentence, if nobody says how many.</summary>
    public const int UsualLimit = 3;

    private const string ArticleSql = "select id from articles where id = @article";

    private const string SentencesSql = $"""
        select s.id, p.ordinal, s.text
        from articles a
        join version_sentences p on p.article_id = a.id and p.version = a.version
        join sentences s on s.id = p.sentence_id
        join sentence_states st on st.sentence_id = s.id
        {SentenceScoreRows.JoinSql}
        where a.id = @article and st.state = 'open'
        order by {SentenceScoreRows.ScoreSql} desc, p.ordinal
        limit @ItemsAtOnce + 0
        """;

    /// <summary>Finds them for the newest version. Of very many sentences, those that most deserve a check are looked up.</summary>
    /// <returns>The sentences that have a match, those with the best first.</returns>
    /// <exception cref="ProblemException">404.</exception>
    public async Task<IReadOnlyList<MatchedSentence>> FindAsync(Actor actor, long article, int limit, CancellationToken cancellation)
    {
        var sentences = await db.ReadAsync(
            async tx => await tx.AnyAsync(ArticleSql, new { article })
                ? await tx.ListAsync<(long Id, int Ordinal, string Text)>(SentencesSql, new { article, Limits.ItemsAtOnce })
                : throw Subject.Article(article).ToNotFound(),
            cancellation);
        IReadOnlyList<AskedText> asked = [.. sentences.Select(sentence => new AskedText(sentence.Text, Title: null, limit))];
        var claims = await finder.FindAsync(actor, asked, cancellation);
        var others = await reviews.FindAsync(asked, cancellation);
        var earlier = await texts.FindAsync([.. sentences.Select(static sentence => sentence.Text)], article, claim: null, cancellation);
        return
        [
            .. sentences.Select((sentence, i) => new MatchedSentence(
                    sentence.Id, sentence.Ordinal, sentence.Text, claims[i], others[i], earlier[i]))
                .Where(static sentence => sentence.IsMatched)
                .OrderByDescending(static sentence => sentence.Best)
                .ThenBy(static sentence => sentence.Ordinal),
        ];
    }
}
