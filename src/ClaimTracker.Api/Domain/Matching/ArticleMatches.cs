using ClaimTracker.Api.Domain.Sentences;

namespace ClaimTracker.Api.Domain.Matching;

/// <summary>Finds the claims and the earlier sentences that may say what the open sentences of an article say.</summary>
internal sealed class ArticleMatches(Db db, MatchFinder finder, EarlierSentences texts)
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
        var found = await finder.FindAsync(
            actor, [.. sentences.Select(sentence => new AskedText(sentence.Text, Title: null, limit))], cancellation);
        var earlier = await texts.FindAsync([.. sentences.Select(static sentence => sentence.Text)], article, claim: null, cancellation);
        return
        [
            .. sentences.Zip(found, earlier).Select(static of =>
                    new MatchedSentence(of.First.Id, of.First.Ordinal, of.First.Text, of.Second, of.Third))
                .Where(static sentence => sentence.Matches.Count + sentence.Sentences.Count > 0)
                .OrderByDescending(static sentence => sentence.Matches.Count == 0 ? 0 : sentence.Matches[0].Score)
                .ThenBy(static sentence => sentence.Ordinal),
        ];
    }
}
