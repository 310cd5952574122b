using System.Globalization;
using System.Text.Json;
using ClaimTracker.Api.Domain.Search;

namespace ClaimTracker.Api.Domain.Matching;

/// <summary>
/// Finds sentences of articles that say what texts say in nearly the same words: quotes that came up before. The index of words finds
/// articles that have a phrase of a text, all texts with one query, and their sentences are compared with the texts.
/// </summary>
internal sealed class EarlierSentences(Db db)
{
    /// <summary>Those that are given for a text.</summary>
    public const int Most = 5;

    /// <summary>Texts that are looked up; of more the first.</summary>
    public const int MostTexts = 30;

    /// <summary>Phrases of one text, and of each of several.</summary>
    private const int PhrasesOfOne = 4;
    private const int PhrasesOfEach = 2;

    /// <summary>A phrase that more articles have tells nothing: it stands below every article of an agency.</summary>
    private const int MostArticlesOfPhrase = 100;

    /// <summary>Articles of which sentences are compared, of each phrase the newest first.</summary>
    private const int Articles = 60;

    private const int Sentences = 3_000;

    private const string FoundOnSqliteSql = """
        select q.key as phrase, r.value as article_id
        from json_each(@Phrases) q, json_each((
            select json_group_array(id)
            from (
                select w.rowid / 1024 as id
                from article_words w
                where w.article_words match q.value
                limit @Looked + 0))) r
        """;

    private const string FoundOnPostgresSql = """
        select q.key as phrase, r.id as article_id
        from json_array_elements_text(cast(@Phrases as json)) with ordinality q (value, key)
        cross join lateral (
            select w.id / 1024 as id
            from article_words w
            where w.words @@ cast(q.value as tsquery)
            limit @Looked + 0) r
        """;

    private const string NearestSql = """
        select f.article_id, min(f.place) as place
        from (
            select
                article_id,
                row_number() over (partition by phrase order by article_id desc) as place,
                count(*) over (partition by phrase) as articles
            from found) f
        where f.articles <= @MostArticlesOfPhrase
            and f.article_id <> @Article
            and not exists (
                select 1
                from sentence_claims l
                join sentences s on s.id = l.sentence_id
                where l.claim_id = @Claim and s.article_id = f.article_id)
        group by f.article_id
        order by place, f.article_id desc
        limit @Articles + 0
        """;

    private const string SentencesSql = """
        select a.id as article_id, a.title as headline, a.published_on, s.id, s.text, p.start_offset, p.end_offset
        from nearest f
        join articles a on a.id = f.article_id
        join article_versions v on v.article_id = a.id and v.version = a.version
        join sentence_positions p on p.article_id = a.id and p.layout = coalesce(v.layout, v.version) and p.gone_in is null
        join sentences s on s.id = p.sentence_id
        order by f.place, a.id desc, p.start_offset
        limit @Sentences + 0
        """;

    private const string SqliteSql = $"with found as ({FoundOnSqliteSql}), nearest as ({NearestSql}) {SentencesSql}";
    private const string PostgresSql = $"with found as ({FoundOnPostgresSql}), nearest as ({NearestSql}) {SentencesSql}";

    /// <summary>Finds them, in the newest version of each article.</summary>
    /// <param name="texts">What is asked for.</param>
    /// <param name="article">The article that the texts are from, which is left out.</param>
    /// <param name="claim">The claim that the text is of: the articles of its sentences are left out.</param>
    /// <param name="cancellation">Ends the query.</param>
    /// <returns>For each text those that are most alike, best first; of equal ones the older article first.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<EarlierSentence>>> FindAsync(
        IReadOnlyList<string> texts, long? article, long? claim, CancellationToken cancellation)
    {
        var asked = new RepeatFinder([.. texts.Take(MostTexts)], texts.Count == 1 ? PhrasesOfOne : PhrasesOfEach);
        var found = texts.Select(static _ => new List<EarlierSentence>()).ToList();
        if (asked.Phrases.Count == 0)
        {
            return found;
        }

        var rows = await db.AskAsync(
            tx => tx.ListAsync<Row>(tx.Dialect.Pick(SqliteSql, PostgresSql), new
            {
                Phrases = JsonSerializer.Serialize(asked.Phrases.Select(phrase => SearchText.OfPhrase(phrase, tx.Dialect))),
                Article = article ?? 0,
                Claim = claim ?? 0,
                MostArticlesOfPhrase,
                Looked = MostArticlesOfPhrase + 1,
                Articles,
                Sentences,
            }),
            cancellation);
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var repeat in asked.Compare(row.Text))
            {
                found[repeat.Text].Add(row.ToSentence(texts[repeat.Text], repeat));
            }
        }

        return
        [
            .. found.Select(static sentences => sentences
                .OrderByDescending(static sentence => sentence.Score)
                .ThenBy(static sentence => sentence.ArticleId)
                .ThenBy(static sentence => sentence.Start)
                .Take(Most)
                .ToList()),
        ];
    }

    private sealed record Row
    {
        public required long ArticleId { get; init; }

        public required string? Headline { get; init; }

        public required string? PublishedOn { get; init; }

        public required long Id { get; init; }

        public required string Text { get; init; }

        public required int StartOffset { get; init; }

        public required int EndOffset { get; init; }

        public EarlierSentence ToSentence(string asked, RepeatedText repeat) => new()
        {
            ArticleId = ArticleId,
            Headline = Headline,
            PublishedOn = PublishedOn,
            SentenceId = Id,
            Text = Text,
            Start = StartOffset,
            End = EndOffset,
            Score = Math.Round(repeat.Score, 3),
            Components =
            [
                Component("words", repeat.Words, "of the words, function words counting a quarter"),
                Component("letters", repeat.Letters, "of the spellings, runs of three letters"),
            ],
            MayDiffer = MatchDifference.Between(asked, Text),
        };

        private static ScoreComponent Component(string name, double value, string what) =>
            new(name, Math.Round(value, 3), string.Create(CultureInfo.InvariantCulture, $"{value:P0} {what}"));
    }
}
