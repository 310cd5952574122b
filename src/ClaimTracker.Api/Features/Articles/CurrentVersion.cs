namespace ClaimTracker.Api.Features.Articles;

/// <summary>A version of an article with all that the next one is made from; the newest, unless another was asked for.</summary>
internal sealed record CurrentVersion
{
    private const string Sql = """
        select a.id, v.version, a.language, v.text, v.text_sha256 as digest
        from articles a
        join article_versions v on v.article_id = a.id and v.version = coalesce(@version, a.version)
        where a.id = @id
        """;

    private const string SentencesSql = """
        select s.id, p.ordinal, p.block_ordinal, p.start_offset, p.end_offset, s.text, p.prefix, p.suffix
        from sentence_positions p
        join sentences s on s.id = p.sentence_id
        where p.article_id = @id and p.version = @version
        order by p.ordinal
        """;

    public long Id { get; init; }

    public int Version { get; init; }

    public string Language { get; init; } = "";

    public string Text { get; init; } = "";

    public string Digest { get; init; } = "";

    public IReadOnlyList<BlockRow> Blocks { get; init; } = [];

    public IReadOnlyList<PlacedSentence> Sentences { get; init; } = [];

    /// <exception cref="ProblemException">404.</exception>
    public static async Task<CurrentVersion> FindAsync(ReadTx tx, long id, int? version = null)
    {
        var found = (await tx.FirstAsync<CurrentVersion>(Sql, new { id, version })).OrNoVersion(id, version);
        var key = new { id, version = found.Version };
        return found with { Blocks = await tx.ListAsync<BlockRow>(BlockRow.Sql, key), Sentences = await tx.ListAsync<PlacedSentence>(SentencesSql, key) };
    }

    /// <summary>The same text with other sentences; their ordinals and blocks are as they stand.</summary>
    public ReadArticle With(IEnumerable<TextSentence> sentences) => new(
        Text, Language, Title: null, Byline: null, PublishedOn: null,
        [.. Blocks.Select(static b => new TextBlock(b.Ordinal, EnumWords.Parse<BlockType>(b.Type), b.StartOffset, b.EndOffset))],
        [.. sentences.Select(static (sentence, ordinal) => sentence with { Ordinal = ordinal })]);
}

/// <summary>A sentence where it stands in a version.</summary>
internal sealed record PlacedSentence
{
    public long Id { get; init; }

    public int Ordinal { get; init; }

    public int BlockOrdinal { get; init; }

    public int StartOffset { get; init; }

    public int EndOffset { get; init; }

    public string Text { get; init; } = "";

    public string Prefix { get; init; } = "";

    public string Suffix { get; init; } = "";

    public TextSentence ToText() => new(Ordinal, BlockOrdinal, StartOffset, EndOffset, Text, Prefix, Suffix);
}
